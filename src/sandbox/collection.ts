import {type Database, type SqlValue} from './database.ts'
import {type Page, type Paging, type RowPages} from './row-pages.ts'

/** A collection of JSON records. Each `indexes` entry is a dotted path that lookups are fast on. */
export interface CollectionSpec<Item extends object> {
  /** Lower case and underscores, unique over all areas, e.g. `auth_groups`. */
  name: string
  /** The field that identifies a record. */
  id: keyof Item & string
  indexes: readonly string[]
}

/** By dotted path: the value, or any of the values, that a record must have there; null: it has none. */
export type Conditions = Readonly<Record<string, SqlValue | readonly SqlValue[]>>

export interface Query {
  /** All of these hold. */
  where?: Conditions
  /** And at least one of these, when there are any. */
  anyOf?: Conditions
}

/** JSON records of one kind, in the order in which they came. */
export class Collection<Item extends object> {
  readonly #db: Database
  readonly #pages: RowPages
  readonly #table: string
  readonly #id: string

  constructor(db: Database, pages: RowPages, spec: CollectionSpec<Item>) {
    this.#db = db
    this.#pages = pages
    this.#table = tableOf(spec.name)
    this.#id = spec.id
  }

  get(id: string): Item | undefined {
    const row = this.#db.row<{body: string}>(`SELECT body FROM ${this.#table} WHERE id = ?`, [id])
    return row && (JSON.parse(row.body) as Item)
  }

  /** Stores a record, in place of one with the same id. */
  put(item: Item): Item {
    this.#db.run(
      `INSERT INTO ${this.#table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      [this.#idOf(item), JSON.stringify(item)],
    )
    return item
  }

  /** Stores a record unless there is one with that id; returns whether it did. */
  add(item: Item): boolean {
    const sql = `INSERT INTO ${this.#table} (id, body) VALUES (?, ?) ON CONFLICT (id) DO NOTHING`
    return this.#db.run(sql, [this.#idOf(item), JSON.stringify(item)]) > 0
  }

  /** Reads, changes and stores in one transaction; undefined when there is no such record. */
  update(id: string, change: (item: Item) => Item): Item | undefined {
    return this.#db.transaction(() => {
      const item = this.get(id)
      return item && this.put(change(item))
    })
  }

  delete(id: string): boolean {
    return this.#db.run(`DELETE FROM ${this.#table} WHERE id = ?`, [id]) > 0
  }

  deleteWhere(where: Conditions): number {
    const {sql, parameters} = this.#condition({where})
    return this.#db.run(`DELETE FROM ${this.#table} WHERE ${sql}`, parameters)
  }

  find(query: Query = {}): Item[] {
    const {sql, parameters} = this.#condition(query)
    const rows = this.#db.rows<{body: string}>(`SELECT body FROM ${this.#table} WHERE ${sql} ORDER BY seq`, parameters)
    return rows.map((row) => JSON.parse(row.body) as Item)
  }

  first(where: Conditions): Item | undefined {
    const {sql, parameters} = this.#condition({where})
    const row = this.#db.row<{body: string}>(
      `SELECT body FROM ${this.#table} WHERE ${sql} ORDER BY seq LIMIT 1`,
      parameters,
    )
    return row && (JSON.parse(row.body) as Item)
  }

  count(query: Query = {}): number {
    const {sql, parameters} = this.#condition(query)
    return Number(this.#db.value(`SELECT COUNT(*) FROM ${this.#table} WHERE ${sql}`, parameters))
  }

  page(query: Query, paging: Paging): Page<Item> {
    const {sql, parameters} = this.#condition(query)
    const selection = {table: this.#table, columns: 'seq, body', key: 'seq', where: sql, parameters}
    const {total, items} = this.#pages.page<{body: string}>(selection, paging)
    return {total, items: items.map((row) => JSON.parse(row.body) as Item)}
  }

  #condition({where = {}, anyOf = {}}: Query): {sql: string; parameters: SqlValue[]} {
    const comparisons = (conditions: Conditions) =>
      Object.entries(conditions).map(([path, wanted]) => comparison(path === this.#id ? 'id' : extract(path), wanted))
    const all = comparisons(where)
    const any = comparisons(anyOf)
    const terms = all.map((term) => term.sql)
    if (any.length > 0) terms.push(`(${any.map((term) => term.sql).join(' OR ')})`)
    return {sql: terms.join(' AND ') || 'TRUE', parameters: [...all, ...any].flatMap((term) => term.parameters)}
  }

  #idOf(item: Item): string {
    return String((item as Record<string, unknown>)[this.#id])
  }
}

/** The statements that make a collection's table and indexes. */
export function collectionSchema(spec: {name: string; indexes: readonly string[]}): string {
  const table = tableOf(spec.name)
  const indexes = spec.indexes.map(
    (path) => `CREATE INDEX IF NOT EXISTS ${table}_by_${path.replaceAll('.', '_')} ON ${table} (${extract(path)});`,
  )
  const columns = 'seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL'
  return [`CREATE TABLE IF NOT EXISTS ${table} (${columns});`, ...indexes].join('\n')
}

export function tableOf(name: string): string {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`Not a name for a collection: ${name}`)
  return `items_${name}`
}

function comparison(value: string, wanted: SqlValue | readonly SqlValue[]): {sql: string; parameters: SqlValue[]} {
  const values = Array.isArray(wanted) ? (wanted as readonly SqlValue[]) : [wanted as SqlValue]
  const [only] = values
  if (only === null) return {sql: `${value} IS NULL`, parameters: []}
  if (values.length === 1 && only !== undefined) return {sql: `${value} = ?`, parameters: [only]}
  return {sql: `${value} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)]}
}

/** The same text in index and query, or SQLite would not use the index. */
function extract(path: string): string {
  if (!/^\w+(\.\w+)*$/.test(path)) throw new Error(`Not a path in a record: ${path}`)
  return `json_extract(body, '$.${path}')`
}
