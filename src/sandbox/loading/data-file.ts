import {type JsonObject} from '../../lib/client/wire.ts'
import {faultsOf, unknownFields} from '../../lib/input/check-schema.ts'
import {type Fields, type Schema} from '../../lib/schema.ts'
import {loadableAreas} from './areas.ts'
import {type Given, type Loadable} from './loadable.ts'

/** A file with records: by area, and by collection. */
export interface DataFile {
  /** What messages call it. */
  name: string
  content: JsonObject
}

/** The records of one collection that a file has. */
export interface Portion {
  file: string
  /** The way to it in the file: `accounts.accounts`. */
  path: string
  kind: Loadable
  records: readonly Given[]
  /** Whether they are to be all that there is. */
  replace: boolean
}

/** What a file may hold. With `replace: true`, what its collections hold makes way for it. */
export const fileSchema: Schema = {
  type: 'object',
  properties: {
    replace: {type: 'boolean'},
    ...mapped(loadableAreas, (collections) => ({
      type: 'object',
      properties: mapped(collections, ({schema}) => ({type: 'array', items: schema})),
    })),
  },
}

function mapped<Value>(values: Readonly<Record<string, Value>>, schemaOf: (value: Value) => Schema): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, schemaOf(value)]))
}

/** What is wrong with a file by itself, a sentence for each fault. */
export function faultsOfFile({name, content}: DataFile): string[] {
  const unknown = unknownFields(content, fileSchema).map(({path, near}) => {
    const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
    return `${name}: ${path} is no ${kindOf(path)} that can be loaded.${meant}`
  })
  return [...faultsOf(content, fileSchema).map((fault) => `${name}: ${fault}`), ...unknown]
}

/** By how deep it is. */
function kindOf(path: string): string {
  if (path.includes('[')) return 'field'
  return path.includes('.') ? 'collection' : 'area'
}

/** The portions of a file that is sound by itself, in the order in which areas and collections are known. */
export function portionsOf({name, content}: DataFile): Portion[] {
  const replace = content['replace'] === true
  return Object.entries(loadableAreas).flatMap(([area, collections]) =>
    Object.entries(collections).flatMap(([collection, kind]) => {
      const records = ((content[area] ?? {}) as Readonly<Record<string, Given[] | undefined>>)[collection]
      if (records == null) return []
      return [{file: name, path: `${area}.${collection}`, kind, records: structuredClone(records), replace}]
    }),
  )
}
