import {usageError} from '../lib/errors.ts'
import {type Method} from '../lib/client/wire.ts'
import {type Store} from './store.ts'

export const faultKinds = ['status', 'latency', 'drop', 'truncate', 'rate-limit'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong on purpose. */
export interface FaultRule {
  kind: FaultKind
  /** Any, when left out. */
  method?: Method
  /** Glob over the whole path, without prefix and query: `*` stands for anything, also for several segments. */
  path: string
  /** For `status`: 400 to 599. */
  status?: number
  /** For `latency`, in real time. */
  latencyMs?: number
  /** For `rate-limit`: seconds; 1 when left out. */
  retryAfter?: number
  /** For `rate-limit`: strikes only what comes beyond so many in a second of real time, in each process that serves. */
  perSecond?: number
  /** The share of requests it strikes, 0 to 1; 1 when left out. Which ones is the same in each run. */
  rate?: number
  /** How often it strikes before it is spent; without end when left out. */
  times?: number
  /** Strikes when the request has taken effect: the deed is done and the reply is lost. `truncate` always does. */
  after?: boolean
}

export interface Fault extends FaultRule {
  id: string
  /** Requests that it applied to, struck or not. */
  seen: number
  struck: number
}

interface FaultRow {
  id: number
  rule: string
  seen: number
  struck: number
}

/** The fault rules, kept in the store: one process sets them, another runs into them. */
export class Faults {
  readonly #store: Store
  /** How many requests came in the second that is running, by rule. */
  readonly #counts = new Map<string, {second: number; count: number}>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Throws a usage error for a rule that makes no sense. */
  set(rule: FaultRule): Fault {
    check(rule)
    const row = this.#store.db.row<FaultRow>('INSERT INTO faults (rule) VALUES (?) RETURNING *', [JSON.stringify(rule)])
    if (!row) throw new Error('The fault rule was not stored.')
    return fromRow(row)
  }

  list(): Fault[] {
    return this.#store.db.rows<FaultRow>('SELECT * FROM faults ORDER BY id').map(fromRow)
  }

  /** Removes one rule, or all; returns how many there were. */
  clear(id?: string): number {
    if (id === undefined) return this.#store.db.run('DELETE FROM faults')
    return this.#store.db.run('DELETE FROM faults WHERE id = ?', [Number(id)])
  }

  /** The rules that strike this request now, before or after it has taken effect. Counts them. */
  strike(phase: 'before' | 'after', method: string, path: string): Fault[] {
    return this.list()
      .filter((fault) => phaseOf(fault) === phase && applies(fault, method, path))
      .filter((fault) => this.#isBeyond(fault))
      .filter((fault) => this.#draw(fault))
  }

  #isBeyond({id, perSecond}: Fault): boolean {
    if (perSecond === undefined) return true
    const second = Math.floor(Date.now() / 1000)
    const known = this.#counts.get(id)
    const count = known?.second === second ? known.count + 1 : 1
    this.#counts.set(id, {second, count})
    return count > perSecond
  }

  #draw({id, times = Infinity, rate = 1}: Fault): boolean {
    const {db} = this.#store
    return db.transaction(() => {
      const row = db.row<FaultRow>('UPDATE faults SET seen = seen + 1 WHERE id = ? RETURNING *', [Number(id)])
      if (!row || row.struck >= times || chance(row.id, row.seen) >= rate) return false
      db.run('UPDATE faults SET struck = struck + 1 WHERE id = ?', [row.id])
      return true
    })
  }
}

function fromRow({id, rule, seen, struck}: FaultRow): Fault {
  return {...(JSON.parse(rule) as FaultRule), id: String(id), seen, struck}
}

function phaseOf({kind, after}: FaultRule): 'before' | 'after' {
  return kind === 'truncate' || after === true ? 'after' : 'before'
}

function applies(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false
  const pattern = rule.path.split('*').map(escapeForPattern).join('.*')
  return new RegExp(`^${pattern}$`).test(path)
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** A number from 0 to 1 that depends on nothing but the rule and the count (the mulberry32 mixing steps). */
function chance(rule: number, count: number): number {
  let mixed = (Math.imul(rule, 0x9e3779b1) + Math.imul(count, 0x6d2b79f5)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

function check({kind, path, status, latencyMs, retryAfter, perSecond, rate, times}: FaultRule): void {
  if (!path.startsWith('/') && !path.startsWith('*'))
    throw usageError(`The path of a fault begins with / or *: ${path}`)
  if (kind === 'status' && !between(status, 400, 599))
    throw usageError('A status fault needs a status from 400 to 599.')
  if (kind === 'latency' && !between(latencyMs, 1, 600_000)) {
    throw usageError('A latency fault needs a time from 1 to 600000 milliseconds.')
  }
  if (retryAfter !== undefined && !between(retryAfter, 0, 86_400))
    throw usageError('Retry-After is 0 to 86400 seconds.')
  if (perSecond !== undefined && (kind !== 'rate-limit' || !between(perSecond, 1, 1_000_000)))
    throw usageError('A limit per second is of rate-limit faults, and at least 1.')
  if (rate !== undefined && !(rate > 0 && rate <= 1)) throw usageError('The rate of a fault is above 0 and at most 1.')
  if (times !== undefined && !between(times, 1, Number.MAX_SAFE_INTEGER)) {
    throw usageError('A fault strikes at least once.')
  }
}

function between(value: number | undefined, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}
