import {type Fields, type Schema} from '../../lib/schema.ts'

/** What fields of records hold, for those who declare what can be loaded. */

export const id: Schema = {type: 'string', format: 'uuid'}
export const text: Schema = {type: 'string'}
export const textOrNull: Schema = {type: ['string', 'null']}
export const wholeNumber: Schema = {type: 'integer'}
export const yesOrNo: Schema = {type: 'boolean'}
/** Whatever it holds. */
export const free: Schema = {type: 'object', additionalProperties: {}}
export const texts: Schema = {type: 'array', items: text}
export const things: Schema = {type: 'array', items: free}

/** A date and time; a date alone will do. */
export const time: Schema = {
  anyOf: [
    {type: 'string', format: 'date-time'},
    {type: 'string', format: 'date'},
  ],
}

/** Fields that are known elsewhere, with the names that a record has. */
export function among<Name extends string>(fields: Fields, names: readonly Name[]): {readonly [N in Name]: Schema} {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? {}])) as {[N in Name]: Schema}
}
