import {type AmbiguousError, isAmbiguous} from '../client/ambiguous.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller, type Declaration, type Settled} from '../operation/declaration.ts'
import {isIdempotent} from '../operation/request.ts'
import {done, failed, type Fate, open} from './outcome.ts'
import {type CheckedRow} from './row.ts'

/** Makes the calls of a batch. */
export interface RowCalls extends Caller {
  /** Sends the call once, with these values; what a lost reply means is not looked into. */
  send(values: Readonly<Record<string, unknown>>): Promise<unknown>
  /** Told what a call that was sent and whose reply was lost has done, where that is known: with these values, or nothing. */
  settled(lost: AmbiguousError, done?: {values: Readonly<Record<string, unknown>>; reply: unknown}): Promise<void>
}

/** Told before rows go in a request, and when a request of several was refused without any of them done. */
export interface SendingLog {
  sent(rows: readonly CheckedRow[]): Promise<void>
  reopened(rows: readonly CheckedRow[]): Promise<void>
}

export interface SenderOptions {
  shape: Declaration
  calls: RowCalls
  log: SendingLog
  /** Whether a request that was not carried out is sent again, where the service refuses to do anything twice. */
  persistent: boolean
}

/** So often a row is sent that the service shows was not done. */
const mostSent = 4

/** Sends rows, those of one request together, and finds out what became of each. */
export class Sender {
  /** What makes every further request pointless: no permission, no network, Ctrl-C. */
  stop: CliError | undefined

  constructor(private readonly options: SenderOptions) {}

  /** The values of rows that differ in nothing but what they are about go together. `before`: they were sent once already. */
  async send(rows: readonly CheckedRow[], before = 0): Promise<Fate[]> {
    if (this.stop !== undefined) return rows.map((row) => open(row, 'not sent', null))
    const {calls, log} = this.options
    try {
      await log.sent(rows)
    } catch (error) {
      this.stop ??= error as CliError
      return rows.map((row) => open(row, 'not sent', null, this.stop))
    }
    const begun = Date.now()
    try {
      const reply = await calls.send(this.#valuesOf(rows))
      return rows.map((row) => done(row, this.#doneWord, this.#idIn(reply)))
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      if (isAmbiguous(error)) return this.#settleLost(rows, error, begun, before)
      return this.#afterRefusal(rows, error, before)
    }
  }

  /** What became of rows that were sent by a process that is gone. */
  async recover(row: CheckedRow, sentAt: number, certainAfterMs: number): Promise<Fate> {
    const {shape} = this.options
    if (this.stop !== undefined) return open(row, 'unknown', null)
    if (shape.settle === undefined) {
      if (isIdempotent(shape)) return this.#one(row, 0)
      const message = 'It was sent, and no reply came. Nothing can be looked up: see what the service holds.'
      return {...open(row, 'unknown', message), final: true}
    }
    let settled: Settled<unknown>
    try {
      settled = await this.#settle(row, sentAt)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop ??= error
      return open(row, 'unknown', `It was sent, and no reply came. The service did not say: ${error.message}`, error)
    }
    if (settled.done === true) return done(row, this.#doneWord, this.#idIn(settled.reply))
    if (settled.done === 'open') return open(row, 'unknown', settled.clue)
    if (shape.each?.once === true || Date.now() - sentAt > certainAfterMs) return this.#one(row, 1)
    return open(row, 'unknown', 'It was sent, and no reply came. So far the service shows that it was not done.')
  }

  async #one(row: CheckedRow, before: number): Promise<Fate> {
    const [fate] = await this.send([row], before)
    return fate!
  }

  async #afterRefusal(rows: readonly CheckedRow[], error: CliError, before: number): Promise<Fate[]> {
    const [first] = rows as [CheckedRow]
    if (error.exit === ExitCode.Pending && error.code === 'pending')
      return rows.map((row) => failed(row, 'pending', error))
    if (!isAboutRows(error)) return this.#stopped(rows, error)
    if (rows.length > 1 && this.#mayBeOfSome(error, rows)) return this.#halves(rows, before)
    // Refused may be what was done by the request whose reply was lost.
    if (rows.length === 1 && before > 0 && (await this.#isDone(first))) return [done(first, this.#doneWord)]
    const word = error.exit === ExitCode.Unavailable ? 'failed' : 'refused'
    return rows.map((row) => failed(row, word, error, reasonOf(error)))
  }

  async #halves(rows: readonly CheckedRow[], before: number): Promise<Fate[]> {
    await this.options.log.reopened(rows).catch(() => undefined)
    const middle = Math.ceil(rows.length / 2)
    return [...(await this.send(rows.slice(0, middle), before)), ...(await this.send(rows.slice(middle), before))]
  }

  #stopped(rows: readonly CheckedRow[], error: CliError): Fate[] {
    this.stop ??= error
    const isInterrupted = error.exit === ExitCode.Interrupted
    // An interruption has a hint when the request had been sent, and nobody knows what came of it.
    if (isInterrupted && error.hint !== undefined) return rows.map((row) => open(row, 'unknown', error.message, error))
    if (isInterrupted) return rows.map((row) => open(row, 'not sent', null, error))
    return rows.map((row) => ({...open(row, 'not sent', error.message, error), outcome: 'failed'}))
  }

  /** After a lost reply: what the service holds now decides. */
  async #settleLost(rows: readonly CheckedRow[], lost: AmbiguousError, begun: number, before: number): Promise<Fate[]> {
    const fates: Fate[] = []
    let reply: unknown
    for (const row of rows) fates.push(await this.#settleOne(row, lost, begun, (shown) => (reply = shown)))
    const finished = fates.filter(({done}) => done).map(({row}) => row)
    const undone = fates.filter(({error}) => error?.code === notCarriedOutCode).map(({row}) => row)
    if (finished.length + undone.length === rows.length) {
      const isDone = finished.length > 0
      await this.options.calls.settled(lost, isDone ? {values: this.#valuesOf(finished), reply} : undefined)
    }
    if (!this.options.persistent || undone.length === 0 || before + 1 >= mostSent) return fates
    const again = await this.send(undone, before + 1)
    return fates.map((fate) => again.find(({row}) => row === fate.row) ?? fate)
  }

  async #settleOne(
    row: CheckedRow,
    lost: AmbiguousError,
    begun: number,
    onReply: (reply: unknown) => void,
  ): Promise<Fate> {
    if (this.options.shape.settle === undefined) return failed(row, 'unknown', lost)
    // Without an answer on one, there is none on the others.
    if (this.stop !== undefined) return open(row, 'unknown', null, lost)
    try {
      const settled = await this.#settle(row, begun)
      if (settled.done === true) {
        onReply(settled.reply)
        return done(row, this.#doneWord, this.#idIn(settled.reply))
      }
      if (settled.done === 'open') return open(row, 'unknown', `${lost.message} ${settled.clue}`, lost)
      if (!lost.isUnderWay) return failed(row, 'failed', notCarriedOut(lost))
      return open(row, 'unknown', `${lost.message} So far the platform shows that it was not.`, lost)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.stop ??= lost
      return open(row, 'unknown', `${lost.message} The platform did not say. ${error.message}`, lost)
    }
  }

  async #isDone(row: CheckedRow): Promise<boolean> {
    if (this.options.shape.settle === undefined) return false
    const settled = await this.#settle(row, Date.now()).catch(() => undefined)
    return settled?.done === true
  }

  async #settle(row: CheckedRow, begun: number): Promise<Settled<unknown>> {
    const {shape, calls} = this.options
    return shape.settle!(calls, row.values, begun)
  }

  #valuesOf(rows: readonly CheckedRow[]): Readonly<Record<string, unknown>> {
    const {each} = this.options.shape
    const [first] = rows as [CheckedRow]
    if (each === undefined || rows.length === 1) return first.values
    return {...first.values, [each.parameter]: rows.flatMap(({values}) => values[each.parameter])}
  }

  /** Whether the refusal is about some of the rows, so that the others may fare better without them. */
  #mayBeOfSome({details}: CliError, rows: readonly CheckedRow[]): boolean {
    const {parameter} = this.options.shape.each!
    const things = rows.map(({values}) => String([values[parameter]].flat()[0]))
    return details.length === 0 || details.some((detail) => names(detail, parameter, things))
  }

  get #doneWord(): string {
    return this.options.shape.each?.done ?? 'done'
  }

  #idIn(reply: unknown): string | null {
    const {id} = this.options.shape.reply
    // A text that a call answers with is what it found or made.
    const value =
      typeof reply === 'string'
        ? reply
        : id === undefined
          ? undefined
          : (reply as Record<string, unknown> | null | undefined)?.[id]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null
  }
}

const notCarriedOutCode = 'not-carried-out'

function notCarriedOut(lost: CliError): CliError {
  return new CliError('The reply was lost. The platform shows that it was not carried out.', {
    code: notCarriedOutCode,
    exit: lost.exit,
    hint: 'Run the same command again.',
    traceId: lost.traceId,
    retryable: true,
    cause: lost,
  })
}

/** Whether other rows may fare better: not where nobody answers, and not without permission. */
function isAboutRows({exit, status, code}: CliError): boolean {
  if (code === notCarriedOutCode || exit === ExitCode.Refused || exit === ExitCode.NotFound) return true
  return exit === ExitCode.Unavailable && status !== undefined && status >= 500
}

/** Whether a detail names one of the things, written in whatever way, or its place in the request. */
function names(detail: string, parameter: string, things: readonly string[]): boolean {
  const digits = detail.replaceAll(/\D/g, '')
  return (
    detail.includes(`${parameter}[`) ||
    things.some((thing) => detail.includes(thing) || (/^\+\d+$/.test(thing) && digits.includes(thing.slice(-10))))
  )
}

/** What the service says of the row; `numbers[0]: ` before it would name its place in a request that nobody saw. */
function reasonOf({message, details}: CliError): string {
  return details.length === 0 ? message : details.map((detail) => detail.replace(/^\w+\[\d+\]: /, '')).join(' ')
}
