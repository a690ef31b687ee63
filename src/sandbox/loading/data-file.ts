import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
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
  /** Those that are not what their schema says, by index: nothing else can be told of them. */
  unsound: ReadonlySet<number>
  /** Whether they are to be all that there is. */
  replace: boolean
}

/** What a file says, and what is wrong with it by itself, a sentence for each fault. */
export interface ReadFile {
  faults: string[]
  portions: Portion[]
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

export function readFile({name, content}: DataFile): ReadFile {
  const faults = faultsOf(content, fileSchema)
  const unknown = unknownFields(content, fileSchema).map(({path, near}) => {
    const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
    return `${path} is no ${kindOf(path)} that can be loaded.${meant}`
  })
  return {
    faults: [...faults, ...unknown].map((fault) => `${name}: ${fault}`),
    portions: portionsOf({name, content}, faults),
  }
}

/** By how deep it is. */
function kindOf(path: string): string {
  if (path.includes('[')) return 'field'
  return path.includes('.') ? 'collection' : 'area'
}

/** In the order in which areas and collections are known. What is no collection at all is left out: that is told. */
function portionsOf({name: file, content}: DataFile, faults: readonly string[]): Portion[] {
  const areas = asObject(content)
  return Object.entries(loadableAreas).flatMap(([area, collections]) =>
    Object.entries(collections).flatMap(([collection, kind]) => {
      const records = asObject(areas[area])[collection]
      if (!Array.isArray(records)) return []
      const path = `${area}.${collection}`
      const places = faults.map((fault) => /^(\S+?)\[(\d+)\]/.exec(fault) ?? [])
      const unsound = new Set(places.flatMap(([, where, index]) => (where === path ? [Number(index)] : [])))
      const replace = areas['replace'] === true
      return [{file, path, kind, records: structuredClone(records) as Given[], unsound, replace}]
    }),
  )
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
