import {type JsonObject} from '../lib/client/wire.ts'
import {type Clock} from './clock.ts'
import {type Store} from './store.ts'

/** Does what was put down. `at` is when it was due, in milliseconds on the sandbox's clock, which may be past by now. */
export type Deed = (data: JsonObject, at: number) => void

interface AgendaRow {
  id: number
  at: number
  kind: string
  data: string
}

/**
 * What is to happen at a time of the sandbox's clock. It is kept in the store and happens when somebody looks: before each
 * request, when the clock is moved, and as time goes by in a served sandbox. Each thing happens once, in whichever process
 * is first.
 */
export class Agenda {
  readonly #store: Store
  readonly #clock: Clock
  readonly #deeds = new Map<string, Deed>()

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Says what is done for things of a kind, e.g. `workflow.step`. To be called before any request. */
  register(kind: string, deed: Deed): void {
    this.#deeds.set(kind, deed)
  }

  /** Puts something down; returns its id. */
  add(at: number, kind: string, data: JsonObject): number {
    const sql = 'INSERT INTO agenda (at, kind, data) VALUES (?, ?, ?) RETURNING *'
    const row = this.#store.db.row<AgendaRow>(sql, [at, kind, JSON.stringify(data)])
    if (!row) throw new Error('Nothing was put down.')
    return row.id
  }

  cancel(id: number): void {
    this.#store.db.run('DELETE FROM agenda WHERE id = ?', [id])
  }

  /** When the next thing is due, in milliseconds on the sandbox's clock. */
  next(): number | undefined {
    return this.#store.db.row<AgendaRow>('SELECT * FROM agenda ORDER BY at, id LIMIT 1')?.at
  }

  /** Does all that is due, earliest first, and what that puts down for a time that is past already. */
  run(): void {
    while (this.#dueAt(this.#clock.now()) && this.#store.transaction(() => this.#runFirst())) continue
  }

  #dueAt(now: number): boolean {
    const next = this.next()
    return next !== undefined && next <= now
  }

  /** False when another process has taken it. */
  #runFirst(): boolean {
    const sql =
      'DELETE FROM agenda WHERE id = (SELECT id FROM agenda WHERE at <= ? ORDER BY at, id LIMIT 1) RETURNING *'
    const row = this.#store.db.row<AgendaRow>(sql, [this.#clock.now()])
    if (!row) return false
    const deed = this.#deeds.get(row.kind)
    if (!deed) throw new Error(`Nobody knows how to do ${row.kind}.`)
    deed(JSON.parse(row.data) as JsonObject, row.at)
    return true
  }
}
