import {usageError} from '../../lib/errors.ts'
import {type Collection, type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {type DataFile, type Portion, readFile} from './data-file.ts'
import {textOf} from './faults-between.ts'
import {type AnySpec, type Given, type Surroundings} from './loadable.ts'

/** How many records of a collection were loaded. */
export interface Loaded {
  area: string
  collection: string
  records: number
}

/** Stores the records of files, all or none. Throws a usage error that names all that is wrong with them. */
export function loadFiles(sandbox: Sandbox, files: readonly DataFile[]): Loaded[] {
  const read = files.map(readFile)
  const portions = read.flatMap((file) => file.portions)
  return sandbox.store.transaction(() => {
    const surroundings = surroundingsOf(sandbox.store, portions)
    refuse([
      ...read.flatMap(({faults}) => faults),
      ...portions.flatMap((portion) => faultsOfPortion(portion, surroundings)),
      ...repeatedIds(portions),
    ])
    const replaced = new Set<string>()
    for (const {kind, records, replace} of portions) {
      kind.load(sandbox, records, replace && !replaced.has(kind.name))
      if (replace) replaced.add(kind.name)
    }
    for (const {kind, records} of portions) kind.settle(sandbox, records)
    return portions.map(({path, records}) => {
      const [area = '', collection = ''] = path.split('.')
      return {area, collection, records: records.length}
    })
  })
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return
  const [only = ''] = faults
  const rest = 'Nothing was loaded.'
  throw faults.length === 1
    ? usageError(`${only} ${rest}`, {code: 'invalid-records'})
    : usageError(`${faults.length} things are wrong. ${rest}`, {code: 'invalid-records', details: faults})
}

/** What is wrong with records that are what their schema says. */
function faultsOfPortion({file, path, kind, records, unsound}: Portion, surroundings: Surroundings): string[] {
  const indexes = [...records.keys()].filter((index) => !unsound.has(index))
  const faults = kind.faultsOf(
    indexes.map((index) => records[index]!),
    surroundings,
  )
  return faults.map(({index, field, message}) => `${file}: ${path}[${indexes[index]}].${field} ${message}`)
}

/** The id that a record has, as far as it can be told. */
function idOf({kind, records, unsound}: Portion, index: number): string | undefined {
  const given = records[index] as Given | null | undefined
  return unsound.has(index) || given == null ? textOf(given?.[kind.id]) : kind.idOf(given)
}

/** A record that two places describe: it is not said which of them holds. */
function repeatedIds(portions: readonly Portion[]): string[] {
  const places = new Map<string, string>()
  return portions.flatMap((portion) =>
    portion.records.flatMap((_, index) => {
      const {file, path, kind} = portion
      const id = idOf(portion, index)
      if (id === undefined) return []
      const here = `${file}: ${path}[${index}]`
      const before = places.get(`${kind.name} ${id}`)
      places.set(`${kind.name} ${id}`, before ?? here)
      return before === undefined ? [] : [`${here} has the id ${id}, as ${before} has.`]
    }),
  )
}

function surroundingsOf(store: Store, portions: readonly Portion[]): Surroundings {
  const replaced = new Set(portions.filter(({replace}) => replace).map(({kind}) => kind.name))
  const coming = new Map<string, Set<string>>()
  for (const portion of portions) {
    const {name} = portion.kind
    const ids = portion.records.map((_, index) => idOf(portion, index) ?? '')
    coming.set(name, new Set([...(coming.get(name) ?? []), ...ids]))
  }
  return {
    store,
    has: (collection, id) =>
      coming.get(collection.name)?.has(id) === true ||
      (!replaced.has(collection.name) && recordsOf(store, collection).get(id) !== undefined),
    remaining: <Item extends object>(spec: CollectionSpec<Item>) =>
      replaced.has(spec.name) ? [] : store.collection(spec).find(),
  }
}

function recordsOf(store: Store, spec: AnySpec): Collection<Record<string, unknown>> {
  return store.collection(spec)
}
