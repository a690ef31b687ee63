import {statSync} from 'node:fs'
import {CliError, usageError} from '../lib/errors.ts'
import {ExitCode} from '../lib/exit-code.ts'
import {agendaSchema} from './agenda-schema.ts'
import {Collection, collectionSchema, type CollectionSpec, tableOf} from './collection.ts'
import {Contents} from './contents.ts'
import {Database} from './database.ts'
import {NumberInventory, numberSchema} from './number-inventory.ts'
import {RowPages} from './row-pages.ts'

const schemaVersion = 2

const metaSchema = 'CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;'
const faultSchema = `CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY, rule TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 0, struck INTEGER NOT NULL DEFAULT 0);`

/** All state of a sandbox: one SQLite file, and a folder beside it; durable, shared by any number of processes. */
export class Store {
  readonly file: string
  readonly db: Database
  readonly contents: Contents
  readonly numbers: NumberInventory
  readonly #pages: RowPages
  readonly #collections = new Map<string, unknown>()
  readonly #tables: Set<string>

  /** Opens or makes the file. Throws a CliError, and changes nothing, when the file is not ours or of a newer version. */
  constructor(file: string) {
    this.file = file
    this.db = new Database(file)
    this.contents = new Contents(`${file}-contents`)
    try {
      const found = this.#checkSchema()
      this.db.useWriteAheadLog()
      if (found !== schemaVersion) this.db.transaction(() => this.#createSchema())
    } catch (error) {
      this.db.close()
      throw error
    }
    this.#tables = new Set(this.#tableNames())
    this.#pages = new RowPages(this.db)
    this.numbers = new NumberInventory(this.db, this.#pages)
  }

  get schema(): number {
    return schemaVersion
  }

  /** The collection of that name; made when it is used for the first time. */
  collection<Item extends object>(spec: CollectionSpec<Item>): Collection<Item> {
    const known = this.#collections.get(spec.name) as Collection<Item> | undefined
    if (known) return known
    const collection = new Collection(this.db, this.#pages, spec)
    if (!this.#tables.has(tableOf(spec.name))) this.db.transaction(() => this.db.execute(collectionSchema(spec)))
    this.#collections.set(spec.name, collection)
    return collection
  }

  /** Makes sure that the tables of collections are there, for statements over several of them. */
  prepare(specs: readonly CollectionSpec<never>[]): void {
    for (const spec of specs) this.collection(spec)
  }

  /** Runs `work` as one unit: nothing of it is kept when it throws, and no other process comes between. */
  transaction<Result>(work: () => Result): Result {
    const known = this.#collections.size
    try {
      return this.db.transaction(work)
    } catch (error) {
      // With it went the tables that were made in it.
      for (const name of [...this.#collections.keys()].slice(known)) this.#collections.delete(name)
      throw error
    }
  }

  /** A single value kept under a name. */
  setting<Value>(name: string): Value | undefined {
    const text = this.db.value('SELECT value FROM meta WHERE name = ?', [name])
    return typeof text === 'string' ? (JSON.parse(text) as Value) : undefined
  }

  setSetting(name: string, value: unknown): void {
    this.db.run(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [name, JSON.stringify(value)],
    )
  }

  /** Removes everything but the tables, which other processes may be using. */
  clear(): void {
    this.db.transaction(() => {
      for (const table of this.#tableNames()) this.db.run(`DELETE FROM ${table}`)
      this.setSetting('schema', schemaVersion)
    })
  }

  /** Bytes on disk, the write-ahead log and the contents of files included. */
  size(): number {
    return [this.file, `${this.file}-wal`].reduce(
      (sum, name) => sum + (statSync(name, {throwIfNoEntry: false})?.size ?? 0),
      this.contents.totalSize(),
    )
  }

  close(): void {
    this.db.close()
  }

  #tableNames(): string[] {
    const rows = this.db.rows<{name: string}>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    return rows.map((row) => row.name)
  }

  /** The version of the file's schema; undefined for a new file. Throws when it is not one that we know. */
  #checkSchema(): number | undefined {
    const tables = readTables(this.file, () => this.#tableNames())
    if (tables.length === 0) return undefined
    const found = tables.includes('meta') ? Number(this.setting('schema')) : Number.NaN
    if (Number.isNaN(found)) throw notASandbox(this.file)
    if (found > schemaVersion) throw newerSchema(this.file, found)
    return found
  }

  #createSchema(): void {
    this.db.execute([metaSchema, faultSchema, agendaSchema, numberSchema].join('\n'))
    this.setSetting('schema', schemaVersion)
  }
}

function readTables(file: string, read: () => string[]): string[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && /not a database/i.test(error.message)) throw notASandbox(file, error)
    throw error
  }
}

function notASandbox(file: string, cause?: unknown): CliError {
  return usageError(`${file} is not a sandbox file.`, {code: 'not-a-sandbox', hint: 'Name another file.', cause})
}

function newerSchema(file: string, found: number): CliError {
  return new CliError(
    `The sandbox file ${file} was written by a newer version of commsctl (schema ${found}; this one knows ${schemaVersion}).`,
    {code: 'newer-sandbox', exit: ExitCode.Usage, hint: 'Update commsctl, or name another file.'},
  )
}
