import {type JsonValue} from '../../../../lib/client/wire.ts'

/** One series of a result. */
export interface Series {
  name: string
  tags?: Record<string, string>
  columns: string[]
  values: JsonValue[][]
}

/** Sorted, each once. */
export function distinct(names: Iterable<string>): string[] {
  return [...new Set(names)].toSorted()
}

/** Things by what `keyOf` says of them, in the order in which each was met first. */
export function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

/** The part of a list from `offset` on, at most `limit` long. */
export function bounded<Item>(items: Item[], {limit = Infinity, offset}: {limit?: number; offset: number}): Item[] {
  return items.slice(offset, offset + limit)
}
