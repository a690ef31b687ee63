import {type Database, type SqlValue} from './database.ts'

/** Where a page begins and how many rows it may have. */
export interface Paging {
  offset: number
  limit: number
}

/** One page, and how many there are in all. */
export interface Page<Item> {
  total: number
  items: Item[]
}

/** Rows of one table in the order of a unique `key`, one of the columns. `where` is SQL with one `?` per parameter. */
export interface RowSelection {
  table: string
  columns: string
  key: string
  where: string
  parameters: readonly SqlValue[]
}

interface Remembered {
  total: number
  /** By offset: the key of the row before it. */
  bookmarks: Map<number, SqlValue>
}

const rememberedSelections = 64

/**
 * Pages through selections of any size at the cost of one page: totals and the places where pages ended are remembered
 * until something is written.
 */
export class RowPages {
  readonly #db: Database
  readonly #remembered = new Map<string, Remembered>()
  #version = ''

  constructor(db: Database) {
    this.#db = db
  }

  page<Row extends object>(selection: RowSelection, paging: Paging): Page<Row> {
    const remembered = this.#remember(selection)
    const {offset, limit} = paging
    if (offset >= remembered.total) return {total: remembered.total, items: []}
    const from = nearestBookmark(remembered.bookmarks, paging)
    const {table, columns, key, where, parameters} = selection
    const rows = this.#db.rows<Row>(
      `SELECT ${columns} FROM ${table} WHERE ${where} ${from ? `AND ${key} > ?` : ''} ORDER BY ${key} LIMIT ? OFFSET ?`,
      [...parameters, ...(from ? [from.key] : []), limit, offset - (from?.offset ?? 0)],
    )
    const last = rows.at(-1)
    if (last) remembered.bookmarks.set(offset + rows.length, (last as Record<string, SqlValue>)[key] ?? null)
    return {total: remembered.total, items: rows}
  }

  #remember(selection: RowSelection): Remembered {
    const version = this.#db.version()
    if (version !== this.#version || this.#remembered.size > rememberedSelections) this.#remembered.clear()
    this.#version = version
    const name = JSON.stringify([selection.table, selection.where, selection.parameters])
    let remembered = this.#remembered.get(name)
    if (!remembered) {
      const sql = `SELECT COUNT(*) FROM ${selection.table} WHERE ${selection.where}`
      remembered = {total: Number(this.#db.value(sql, selection.parameters)), bookmarks: new Map()}
      this.#remembered.set(name, remembered)
    }
    return remembered
  }
}

/** Pages that were asked for together may arrive out of order: then the one before, or a few before, is near enough. */
function nearestBookmark(bookmarks: Map<number, SqlValue>, {offset, limit}: Paging) {
  for (let pages = 0; pages < 64; pages++) {
    const key = bookmarks.get(offset - pages * limit)
    if (key !== undefined) return {key, offset: offset - pages * limit}
  }
  return undefined
}
