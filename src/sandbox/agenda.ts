import {type JsonObject} from '../lib/client/wire.ts'
import {type Clock} from './clock.ts'
import {type CollectionSpec} from './collection.ts'
import {type Store} from './store.ts'

/**
 * Does what was put down. `at` is when it was due, in milliseconds on the sandbox's clock, which may be past by now. What it
 * returns is done when the deed is: it may take its time, and must not fail.
 */
export type Deed = (data: JsonObject, at: number) => void | (() => Promise<void>)

/** A deed that needs modules which are loaded when it is done for the first time. */
export interface LateDeed {
  load(): Promise<Deed>
}

interface AgendaRow {
  id: number
  at: number
  kind: string
  data: string
}

/** Something that could not be done when it was due: put aside, so that it does not hold up what comes after it. */
export interface FailedDeed {
  id: string
  kind: string
  data: JsonObject
  /** When it was due, in milliseconds on the sandbox's clock. */
  at: number
  error: string
}

const failedDeeds: CollectionSpec<FailedDeed> = {name: 'failed_deeds', id: 'id', indexes: []}

export interface AgendaState {
  waiting: number
  /** When the next thing is due, in milliseconds on the sandbox's clock. */
  next: number | undefined
  failed: FailedDeed[]
}

/**
 * What is to happen at a time of the sandbox's clock. It is kept in the store and happens when somebody looks: before each
 * request, when the clock is moved, and as time goes by in a served sandbox. Each thing happens once, in whichever process
 * is first.
 */
export class Agenda {
  readonly #store: Store
  readonly #clock: Clock
  readonly #deeds = new Map<string, Deed | LateDeed>()

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Says what is done for things of a kind, e.g. `workflow.step`. To be called by areas when they register their routes. */
  register(kind: string, deed: Deed | LateDeed): void {
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

  /** Takes away all of a kind with exactly these data. */
  withdraw(kind: string, data: JsonObject): void {
    this.#store.db.run('DELETE FROM agenda WHERE kind = ? AND data = ?', [kind, JSON.stringify(data)])
  }

  /** When the next thing is due, in milliseconds on the sandbox's clock. */
  next(): number | undefined {
    return this.#first()?.at
  }

  isDue(): boolean {
    const next = this.next()
    return next !== undefined && next <= this.#clock.now()
  }

  /** Does all that is due, earliest first, and what that puts down for a time that is past already. */
  async run(): Promise<void> {
    for (let row = this.#first(); row && row.at <= this.#clock.now(); row = this.#first()) {
      const deed = this.#deeds.get(row.kind)
      if (typeof deed === 'object') this.#deeds.set(row.kind, await deed.load())
      await this.#do(row)?.()
    }
  }

  state(): AgendaState {
    const waiting = Number(this.#store.db.value('SELECT COUNT(*) FROM agenda'))
    return {waiting, next: this.next(), failed: this.#store.collection(failedDeeds).find()}
  }

  #first(): AgendaRow | undefined {
    return this.#store.db.row<AgendaRow>('SELECT * FROM agenda ORDER BY at, id LIMIT 1')
  }

  #do(row: AgendaRow): ReturnType<Deed> {
    let isTaken = false
    try {
      return this.#store.transaction(() => {
        // Another process may have been faster.
        isTaken = this.#take(row)
        return isTaken ? this.#deedOf(row)(JSON.parse(row.data) as JsonObject, row.at) : undefined
      })
    } catch (error) {
      if (!isTaken) throw error
      this.#putAside(row, error)
    }
  }

  #take({id}: AgendaRow): boolean {
    return this.#store.db.run('DELETE FROM agenda WHERE id = ?', [id]) > 0
  }

  #deedOf({kind}: AgendaRow): Deed {
    const deed = this.#deeds.get(kind)
    if (typeof deed !== 'function') throw new Error(`Nobody knows how to do ${kind}.`)
    return deed
  }

  /** Nothing of the deed is left: it was undone when it failed. */
  #putAside(row: AgendaRow, error: unknown): void {
    const {id, at, kind, data} = row
    const reason = error instanceof Error ? error.message : String(error)
    const failed = {id: String(id), kind, data: JSON.parse(data) as JsonObject, at, error: reason}
    this.#store.transaction(() => {
      if (this.#take(row)) this.#store.collection(failedDeeds).put(failed)
    })
  }
}
