import {type Fields, type Schema} from '../schema.ts'
import {type Kind} from './kind.ts'

/** What a plan's file holds. */
export function fileSchema(kinds: readonly Kind[]): Schema {
  const sections = kinds.map((kind): [string, Schema] => [kind.section, sectionSchema(kind)])
  return {
    type: 'object',
    properties: {
      account: {type: 'string', format: 'uuid', description: 'account that it is about; the profile’s if left out'},
      variables: {
        type: 'object',
        description: 'values of ${name} in texts that --var does not give',
        additionalProperties: {type: 'string'},
      },
      ...Object.fromEntries(sections),
    },
  }
}

/** The schema for editors, which a file names in its first line. */
export function editorSchema(kinds: readonly Kind[]): object {
  return {$schema: 'http://json-schema.org/draft-07/schema#', title: 'commsctl plan', ...closed(fileSchema(kinds))}
}

function sectionSchema(kind: Kind): Schema {
  const {single, key, within, id, fields} = kind
  const own: Fields = {...fields, ...(id !== undefined && {[id]: {type: 'string', description: idSummary}})}
  const required = within === undefined ? [key] : [within, key]
  const entry: Schema = {type: 'object', properties: own, ...(kind.expand === undefined && {required})}
  return single === true ? entry : {type: 'array', items: entry}
}

const idSummary = 'says which is meant where several have the same name'

/** Editors mark what they do not know. */
function closed(schema: Schema): object {
  const {properties, items} = schema
  return {
    ...schema,
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, closed(inner)])),
      ...(schema.additionalProperties === undefined && {additionalProperties: false}),
    }),
    ...(items !== undefined && {items: closed(items)}),
  }
}
