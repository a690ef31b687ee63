import {type JsonObject} from '../client/wire.ts'
import {spooled} from '../output/spool.ts'
import {type Contact} from './contact.ts'
import {type CellKind, fits, headerOf, plainKind, writeCell} from './csv-cells.ts'
import {flatten, type FlatField} from './flat-fields.ts'

/** Columns that come first, as far as they are there. */
const usualOrder = ['uuid', 'user_uuid', 'name.first', 'name.last']

/**
 * Contacts as CSV with a header row: a column for each field that any of them has. Which there are shows when all have come,
 * so they wait on disk until then.
 */
export async function* contactsAsCsv(contacts: AsyncIterable<Contact>): AsyncGenerator<string> {
  const {stringify} = await import('csv-stringify/sync')
  const csvLine = (cells: string[]) => stringify([cells], {quoted_match: /^\s|\s$|\r/})
  const columns = new Columns()
  let all: [string, CellKind][] | undefined
  for await (const row of spooled(fieldsOf(contacts), (fields) => columns.add(fields))) {
    if (all === undefined) {
      all = columns.inOrder()
      yield csvLine(all.map(([path, kind]) => headerOf(path, kind)))
    }
    const values = new Map(row)
    yield csvLine(all.map(([path, kind]) => writeCell(values.get(path), kind)))
  }
  if (all === undefined) yield csvLine(usualOrder)
}

async function* fieldsOf(contacts: AsyncIterable<Contact>): AsyncGenerator<FlatField[]> {
  for await (const contact of contacts) yield flatten(contact as JsonObject)
}

/** The columns that fields need. */
class Columns {
  readonly #kinds = new Map<string, CellKind>()

  add(fields: readonly FlatField[]): void {
    for (const [path, value] of fields) {
      const kind = this.#kinds.get(path) ?? plainKind(path)
      this.#kinds.set(path, fits(value, kind) ? kind : 'json')
    }
  }

  /** Usual ones first, then by name; of lists, element by element. */
  inOrder(): [string, CellKind][] {
    const rank = (path: string) => (usualOrder.indexOf(path) + usualOrder.length + 1) % (usualOrder.length + 1)
    return [...this.#kinds].sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en', {numeric: true}))
  }
}
