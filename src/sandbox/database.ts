import {dirname} from 'node:path'
import Libsql from 'libsql'
import {makeFolder} from '../lib/make-folder.ts'

export type SqlValue = string | number | boolean | null

const busyTimeoutMs = 10_000

/**
 * One connection to an SQLite file in WAL mode: safe with several processes at once, and after a crash.
 * Everything is synchronous, so nothing else of this process runs inside a transaction.
 */
export class Database {
  readonly #connection: Libsql.Database
  readonly #statements = new Map<string, Libsql.Statement>()

  constructor(file: string) {
    makeFolder(dirname(file))
    this.#connection = new Libsql(file)
    this.#connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  }

  /** To be called once the file is known to be ours: this is the first thing that changes it. */
  useWriteAheadLog(): void {
    for (let attempt = 1; this.value('PRAGMA journal_mode') !== 'wal'; attempt++) {
      try {
        this.#connection.exec('PRAGMA journal_mode = WAL')
      } catch (error) {
        // SQLite does not wait here when two processes open a new file together.
        if (attempt === 200 || !isBusy(error)) throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      }
    }
    this.#connection.exec('PRAGMA synchronous = NORMAL')
  }

  execute(sql: string): void {
    this.#connection.exec(sql)
  }

  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.#statement(sql).run(bindable(parameters)).changes
  }

  rows<Row>(sql: string, parameters: readonly SqlValue[] = []): Row[] {
    return this.#statement(sql).all(bindable(parameters)) as Row[]
  }

  row<Row>(sql: string, parameters: readonly SqlValue[] = []): Row | undefined {
    return this.rows<Row>(sql, parameters)[0]
  }

  /** The first column of the first row. */
  value(sql: string, parameters: readonly SqlValue[] = []): SqlValue | undefined {
    const row = this.row<Record<string, SqlValue>>(sql, parameters)
    return row && Object.values(row)[0]
  }

  /** Runs `work` as one unit that no other process can come between; a transaction inside a transaction joins it. */
  transaction<Result>(work: () => Result): Result {
    if (this.#connection.inTransaction) return work()
    this.#connection.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#connection.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
      throw error
    }
  }

  /** Differs from an earlier value when anything has changed since, by this process or another. */
  version(): string {
    return `${String(this.value('PRAGMA data_version'))}.${String(this.value('SELECT total_changes()'))}`
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  #statement(sql: string): Libsql.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#connection.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

/** The driver aborts the process on a boolean. */
function bindable(parameters: readonly SqlValue[]): (string | number | null)[] {
  return parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value))
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message)
}
