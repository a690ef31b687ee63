import {randomUUID} from 'node:crypto'
import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {type Fields, type Schema} from '../../lib/schema.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {withHidden, withoutHidden} from './hidden-fields.ts'

/** A record as a file has it. */
export type Given = JsonObject

/** A collection of whatever. */
export type AnySpec = Readonly<Record<'name' | 'id', string>> & {readonly indexes: readonly string[]}

/** What is wrong with one record, and where. */
export interface Fault {
  index: number
  field: string
  message: string
}

/** What the records that are to be loaded can be held against. */
export interface Surroundings {
  store: Store
  /** Whether there will be a record of that collection with that id when all is loaded. */
  has(this: void, collection: AnySpec, id: string): boolean
  /** What is there now and will not make way for what is loaded. */
  remaining<Item extends object>(this: void, spec: CollectionSpec<Item>): Item[]
}

/** Records of one kind that can be loaded from a file, and dumped to one. `loadable` makes them of collections. */
export interface Loadable {
  /** As `Surroundings` calls it. */
  readonly name: string
  /** The field that identifies a record. */
  readonly id: string
  /** What a record of a file may have, and must. */
  readonly schema: Schema
  /** The id that a record of a file has; undefined where it gets one. */
  idOf(given: Given): string | undefined
  /** What the schema does not tell. */
  faultsOf(records: readonly Given[], surroundings: Surroundings): Fault[]
  /** Stores records, which are known to be sound; with `replace`, they are all that there is afterwards. */
  load(sandbox: Sandbox, records: readonly Given[], replace: boolean): void
  /** What is to be done for loaded records when those of all kinds are there. */
  settle(sandbox: Sandbox, records: readonly Given[]): void
  /** All there is, in the order in which it came, without secrets. */
  dump(store: Store): Given[]
}

interface Options<Item extends object> {
  /** What each field holds. Left out: whatever a file has, but for fields with defaults and those in `types`. */
  fields?: {readonly [Name in keyof Item]-?: Schema}
  /** What some fields hold, where not all are told. */
  types?: {readonly [Name in keyof Item]?: Schema}
  /** What a file must say of a record. An id that is called `uuid` is made where it is left out. */
  required?: readonly (keyof Item & string)[]
  /** What holds where a file says nothing. */
  defaults?: Partial<Item> | (() => Partial<Item>)
  /** What follows from what the file says, and goes over it. */
  complete?(given: Partial<Item> & Given, now: number): Partial<Item>
  /** The collections that fields name a record of. */
  refers?: {readonly [Name in keyof Item]?: AnySpec}
  /** Fields of which no two records have the same. */
  unique?: readonly (keyof Item & string)[]
  /** Fields that are kept out of dumps, also inner ones: `a.b`. A record that is loaded without them keeps those that it has. */
  hidden?: readonly (keyof Item & string)[] | readonly `${keyof Item & string}.${string}`[]
  /** What a file may say beyond the fields of a record, for `complete` and `settle`. */
  inputs?: Fields
  faultsOf?(records: readonly Partial<Item>[], surroundings: Surroundings): Fault[]
  settle?(sandbox: Sandbox, record: Item, given: Given): void
  /** A record as dumps have it. */
  dumped?(record: Item, store: Store): Partial<Item>
}

/** Makes the records of a collection loadable. An area names its collections so, once. */
export function loadable<Item extends object>(spec: CollectionSpec<Item>, options: Options<Item> = {}): Loadable {
  const {inputs = {}, hidden = []} = options
  const completed = (given: Given, now = 0) => options.complete?.(given as Partial<Item> & Given, now) ?? {}
  const whole = (given: Given, now: number, before: Item | undefined): Item => {
    const known = withHidden(given, hidden, before)
    const said = Object.fromEntries(Object.entries(known).filter(([name]) => !(name in inputs)))
    const made = {...(spec.id === 'uuid' && {uuid: randomUUID()}), ...defaultsOf(options)}
    return inOrder({...made, ...said, ...completed(known, now)}, [spec.id, ...Object.keys(said)]) as Item
  }

  return {
    name: spec.name,
    id: spec.id,
    schema: recordSchema(spec, options),
    idOf: (given) => textOf(given[spec.id] ?? (completed(given) as Given)[spec.id]),
    faultsOf(records, surroundings) {
      return [
        ...records.flatMap((given, index) => {
          const isMade = spec.id === 'uuid' || options.required?.includes(spec.id) === true
          return isMade || this.idOf(given) !== undefined ? [] : [{index, field: spec.id, message: 'is missing.'}]
        }),
        ...danglingReferences(records, options.refers ?? {}, surroundings),
        ...sameValues(records, spec, options.unique ?? [], surroundings),
        ...(options.faultsOf?.(records as Partial<Item>[], surroundings) ?? []),
      ]
    },
    load({store, clock}, records, replace) {
      const collection = store.collection(spec)
      const present = hidden.length === 0 ? [] : collection.find()
      const before = new Map(present.map((item) => [String(item[spec.id]), item]))
      if (replace) collection.deleteWhere({})
      for (const given of records) {
        const item = collection.put(whole(given, clock.now(), before.get(this.idOf(given) ?? '')))
        // For what is to be done when all is there.
        given[spec.id] = item[spec.id] as JsonValue
      }
    },
    settle(sandbox, records) {
      const collection = sandbox.store.collection(spec)
      for (const given of records) {
        const item = options.settle && collection.get(given[spec.id] as string)
        if (item) options.settle?.(sandbox, item, given)
      }
    },
    dump: (store) =>
      store
        .collection(spec)
        .find()
        .map((item) => {
          const whole = (options.dumped?.(item, store) ?? item) as Given
          return inOrder(withoutHidden(whole, hidden), [spec.id, ...Object.keys(options.fields ?? {})])
        }),
  }
}

/** These fields first, then all others: what is loaded and dumped again is the same text. */
function inOrder(record: object, first: readonly string[]): Given {
  const fields = record as Given
  return defined(Object.fromEntries([...first, ...Object.keys(fields)].map((name) => [name, fields[name]] as const)))
}

function defined(record: Readonly<Record<string, unknown>>): Given {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Given
}

function defaultsOf<Item extends object>({defaults = {}}: Options<Item>): Partial<Item> {
  return typeof defaults === 'function' ? defaults() : defaults
}

function recordSchema<Item extends object>(spec: CollectionSpec<Item>, options: Options<Item>): Schema {
  const {fields, types, inputs, required = []} = options
  const typed = Object.entries(defaultsOf(options)).map(([name, value]) => [name, typeOf(value as JsonValue)] as const)
  return {
    type: 'object',
    properties: {...Object.fromEntries(typed), [spec.id]: {type: 'string'}, ...types, ...fields, ...inputs},
    required,
    ...(fields === undefined && {additionalProperties: {}}),
  }
}

/** What a value is of the type of. */
function typeOf(value: JsonValue): Schema {
  if (value === null) return {}
  if (Array.isArray(value)) return {type: 'array'}
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? {type} : {}
}

function danglingReferences(
  records: readonly Given[],
  refers: Readonly<Record<string, AnySpec | undefined>>,
  {has}: Surroundings,
): Fault[] {
  return Object.entries(refers).flatMap(([field, collection]) =>
    records.flatMap((given, index) => {
      const id = textOf(given[field])
      if (id === undefined || collection === undefined || has(collection, id)) return []
      return [{index, field, message: `is ${id}, and there is no such record.`}]
    }),
  )
}

function sameValues<Item extends object>(
  records: readonly Given[],
  spec: CollectionSpec<Item>,
  unique: readonly string[],
  {remaining}: Surroundings,
): Fault[] {
  return unique.flatMap((field) => {
    const ids = new Set(records.map((given) => given[spec.id]))
    const others = (remaining(spec) as Given[]).filter((item) => !ids.has(item[spec.id]))
    const seen = new Set(others.map((item) => textOf(item[field])))
    return records.flatMap((given, index) => {
      const value = textOf(given[field])
      if (value === undefined) return []
      if (seen.has(value)) return [{index, field, message: `is ${value}, as of another record.`}]
      seen.add(value)
      return []
    })
  })
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
}
