import {cellText, valueAt} from '../output/columns.ts'

/** What became of a row since the last round. */
export type Change = 'same' | 'new' | 'changed' | 'gone'

export interface Marked {
  change: Change
  row: unknown
}

/** The rows of a round, each with what became of it since the one before; those that are gone come last. */
export class RowChanges {
  readonly #idOf: (row: unknown) => string
  #before: Map<string, unknown> | undefined

  /** Rows are told apart by this field; without one, by all that they say. */
  constructor(idField: string | undefined) {
    this.#idOf = (row) => (idField === undefined ? JSON.stringify(row) : cellText(valueAt(row, idField)))
  }

  next(rows: readonly unknown[]): Marked[] {
    const now = new Map(this.#keyed(rows))
    const before = this.#before ?? now
    this.#before = now
    const marked = [...now].map(([key, row]): Marked => ({row, change: changeOf(before, key, row)}))
    const gone = [...before].filter(([key]) => !now.has(key)).map(([, row]): Marked => ({row, change: 'gone'}))
    return [...marked, ...gone]
  }

  /** Several may have the same id: then the order among them counts. */
  *#keyed(rows: readonly unknown[]): Iterable<[string, unknown]> {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const id = this.#idOf(row)
      const count = counts.get(id) ?? 0
      counts.set(id, count + 1)
      yield [`${id}\u0000${count}`, row]
    }
  }
}

function changeOf(before: ReadonlyMap<string, unknown>, key: string, row: unknown): Change {
  if (!before.has(key)) return 'new'
  return JSON.stringify(before.get(key)) === JSON.stringify(row) ? 'same' : 'changed'
}
