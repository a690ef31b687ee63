import {type AmbiguousError, isAmbiguous, mayBeDone} from '../client/ambiguous.ts'
import {isDeepStrictEqual} from 'node:util'
import {type Client, type Download, type SendOptions, type Sighting} from '../client/client.ts'
import {listPage} from '../client/list-page.ts'
import {pages, type ListPage} from '../client/paging.ts'
import {waitUntilDone} from '../client/pending.ts'
import {type JsonObject, type JsonValue, type WireReply, type WireRequest} from '../client/wire.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Fallback, type Inputs, type Parameters, type Values} from '../parameter.ts'
import {
  type Caller,
  type CallOptions,
  type Cursor,
  type Declaration,
  type Effect,
  type Operation,
  type Shape,
} from './declaration.ts'
import {type IdMemory} from './id-memory.ts'
import {type Guesses, lookUp} from './lookup.ts'
import {buildRequest, conditionsHere, largestPage} from './request.ts'
import {withNearNames} from './near-names.ts'
import {type Ledger} from '../journal/ledger.ts'
import {asksFirst, effectWith} from './confirm.ts'
import {matches} from '../output/where.ts'
import {type Waiting} from '../output/progress.ts'
import {complete} from './values.ts'

export interface ServiceOptions {
  client: Client
  /** What people's names for things stand for. */
  ids: IdMemory
  /** What to report of a refusal by Murano, which does not tell a token that has ended from a lack of rights. */
  mended: (refusal: CliError) => Promise<CliError>
  /** The account or user where a call leaves it out. */
  fallback: (fallback: Fallback) => Promise<string | undefined>
  timeoutMs: number
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  /** Shows that a resource is waited for which the service is still working on. */
  waiting: Pick<Waiting, 'start' | 'stop'>
  /** Where actions are put down that somebody may ask about later. */
  ledger?: () => Promise<Ledger>
}

export interface SettlingOptions extends CallOptions {
  /** Whether to look what became of it when the reply is lost. */
  settle?: boolean
  /** Told where it is not looked into: how to put down what became of it, once that is known. */
  onLost?: (lost: AmbiguousError, conclude: Conclude) => void
}

/** Puts down in the ledger what a call whose reply was lost has done: with these values; without them, nothing. */
export type Conclude = (done?: {values: Readonly<Record<string, unknown>>; reply: unknown}) => Promise<void>

export interface ListOptions {
  /** How many rows are wanted; all when left out. */
  wanted?: number | undefined
  /** How many rows to leave out first. */
  offset?: number | undefined
  /** Told how many rows there are in all, as soon as the service has said it. */
  total?: ((total: number) => void) | undefined
}

/** Makes typed calls of operations: the one way from code to the platform. */
export class Service implements Caller {
  constructor(private readonly options: ServiceOptions) {}

  /** Calls an operation with what it needs and gives back the reply, waiting where the service goes on working. */
  async call<P extends Parameters, T>(
    operation: Operation<P, T>,
    inputs: Inputs<P>,
    {wait = true, settle = true, onLost}: SettlingOptions = {},
  ): Promise<T> {
    const {shape: declaration} = operation
    const values = await this.values(declaration, inputs)
    return this.recorded(declaration, values, {onLost}, async () => {
      const begun = Date.now()
      try {
        const {request, reply} = await this.withIds(declaration, values, async (complete) => {
          const built = buildRequest(declaration, complete)
          return {request: built, reply: await this.options.client.send(built, {pages: declaration.reply.pages})}
        })
        return {
          body: reply.body as T,
          rest: async () => {
            if (wait && declaration.reply.pending) await this.waitUntilDone(request, reply)
          },
        }
      } catch (error) {
        if (!isAmbiguous(error) || declaration.settle === undefined || !settle) throw error
        return {body: await this.settle(declaration, values as Values<P>, {begun, lost: error})}
      }
    })
  }

  /** Puts the call down in the ledger where it belongs there: before it is made, and whether it was accepted. */
  private async recorded<P extends Parameters, T>(
    declaration: Declaration<P, T>,
    values: Readonly<Record<string, unknown>>,
    {onLost}: Pick<SettlingOptions, 'onLost'>,
    work: () => Promise<{body: T; rest?: () => Promise<void>}>,
  ): Promise<T> {
    const effect = effectWith(declaration.effect, values)
    const belongs = effect !== undefined && (asksFirst(effect) || declaration.undo !== undefined)
    const ledger = belongs ? await this.options.ledger?.() : undefined
    const id = await ledger?.begin(declaration, values)
    const conclude: Conclude = async (done) => {
      if (id === undefined) return
      const undo = done && declaration.undo?.(done.values as Values<P>, done.reply as T)
      await ledger?.end({id, outcome: done === undefined ? 'not done' : 'done', ...(undo && {undo})})
    }
    try {
      const {body, rest} = await work()
      await conclude({values, reply: body})
      await rest?.()
      return body
    } catch (error) {
      if (!mayBeDone(error)) await conclude()
      else if (isAmbiguous(error)) onLost?.(error, conclude)
      throw error
    }
  }

  /** Makes a call once, of a list for one row, to see how the service is: an error reply is an answer, too. */
  async look<P extends Parameters>(
    {shape: declaration}: Operation<P>,
    inputs: Inputs<P>,
    options: SendOptions,
  ): Promise<Sighting> {
    const values = await this.values(declaration, inputs)
    const known = await lookUp(declaration, values, {ids: this.options.ids, asking: this.asking})
    return this.options.client.look(buildRequest(declaration, known, {offset: 0, limit: 1}), options)
  }

  /** Makes a call whose reply is read while it arrives. */
  download({shape: declaration}: Operation, values: Readonly<Record<string, unknown>>): Promise<Download> {
    return this.withIds(declaration, values, (complete) =>
      this.options.client.download(buildRequest(declaration, complete)),
    )
  }

  /** The values with ids in place of names, for code that needs them itself. */
  async identified<P extends Parameters>(
    {parameters, effect}: Pick<Shape<P>, 'parameters' | 'effect'>,
    values: Values<P>,
  ): Promise<Values<P>> {
    return (await lookUp({parameters}, values, {
      ids: this.#memoryFor(effect),
      asking: this.asking,
      isCertain: true,
    })) as Values<P>
  }

  /** Sends with ids in place of names. What is not there is told by its name, with near ones. */
  private async withIds<R>(
    declaration: Declaration,
    values: Readonly<Record<string, unknown>>,
    send: (values: Readonly<Record<string, unknown>>) => Promise<R>,
  ): Promise<R> {
    try {
      return await this.#withFoundIds(declaration, values, send)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      if (error.status === 403 && declaration.request.auth === 'murano') throw await this.options.mended(error)
      if (error.status !== 404) throw error
      throw await withNearNames(error, declaration.parameters, values, this)
    }
  }

  /** Sends with ids in place of names. Where one that nobody was asked for leads nowhere, all are looked up, once. */
  async #withFoundIds<R>(
    declaration: Declaration,
    values: Readonly<Record<string, unknown>>,
    send: (values: Readonly<Record<string, unknown>>) => Promise<R>,
  ): Promise<R> {
    const {ids} = this.options
    const {asking} = this
    const guesses: Guesses = {remembered: [], hasLikely: false}
    let sent: Record<string, unknown> | undefined
    try {
      sent = await lookUp(declaration, values, {ids: this.#memoryFor(declaration.effect), asking, guesses})
      return await send(sent)
    } catch (error) {
      if (!(error instanceof CliError) || error.status !== 404) throw error
      const {remembered, hasLikely} = guesses
      for (const key of remembered) ids.forget(key)
      const hasGuesses = remembered.length > 0 || hasLikely
      const anew = hasGuesses ? await lookUp(declaration, values, {ids: fresh(ids), asking, isCertain: true}) : sent
      if (anew === undefined || isDeepStrictEqual(anew, sent)) throw error
      return send(anew)
    }
  }

  /** What cannot be undone is not done to what a name stood for an hour ago. */
  #memoryFor(effect: Effect | undefined): IdMemory {
    return effect?.destructive ? fresh(this.options.ids) : this.options.ids
  }

  private get asking() {
    return {caller: this, fallback: this.options.fallback}
  }

  private async waitUntilDone(request: WireRequest, reply: WireReply): Promise<void> {
    const {client, timeoutMs, waiting, signal} = this.options
    const deleting = request.method === 'DELETE'
    try {
      await waitUntilDone(client, request, reply, {
        timeoutMs,
        signal,
        deleting,
        onPoll: () => waiting.start('Waiting for the service'),
      })
    } finally {
      waiting.stop()
    }
  }

  /** All rows of a list that its filters leave, in order, fetched page by page as they are read. */
  async *all<P extends Parameters, T>(operation: Operation<P, T>, inputs: Inputs<P>): AsyncIterable<T> {
    const values = await this.values(operation.shape, inputs)
    const conditions = conditionsHere(operation.shape, values)
    for await (const row of this.rows(operation, values)) if (matches(row, conditions)) yield row
  }

  /** All rows that the service gives, or as many as wanted. Filters that are applied here are not. */
  async *rows<P extends Parameters, T>(
    {shape: declaration}: Operation<P, T>,
    values: Readonly<Record<string, unknown>>,
    options: ListOptions = {},
  ): AsyncIterable<T> {
    const {unwrap, paging} = declaration.reply
    const {wanted, offset, total: onTotal} = options
    const fetchPage = (from: number, limit: number): Promise<ListPage> =>
      this.withIds(declaration, values, async (complete) => {
        const request = buildRequest(declaration, complete, {offset: from, limit})
        return listPage((await this.options.client.send(request)).body, unwrap)
      })
    if (paging !== 'none' && paging.offset !== undefined) {
      yield* pages(fetchPage, {pageSize: largestPage, wanted, startOffset: offset, onTotal}) as AsyncIterable<T>
      return
    }
    if (paging !== 'none' && paging.cursor !== undefined) {
      yield* this.rowsByCursor(declaration, values, paging.cursor, options) as AsyncIterable<T>
      return
    }
    let page = await fetchPage(0, wanted ?? largestPage)
    const total = Math.max(page.metadata?.total ?? 0, page.items.length)
    onTotal?.(total)
    // Without an offset the rest cannot be asked for, only the whole.
    if (paging !== 'none' && wanted === undefined && total > page.items.length) page = await fetchPage(0, total)
    yield* page.items.slice(0, wanted) as T[]
  }

  private async *rowsByCursor(
    declaration: Declaration,
    values: Readonly<Record<string, unknown>>,
    cursor: Cursor,
    {wanted}: ListOptions,
  ): AsyncIterable<JsonValue> {
    const {cursorPages} = await import('../client/cursor-pages.ts')
    const {unwrap} = declaration.reply
    const fetchPage = (limit: number, before: number | undefined) =>
      this.withIds(declaration, values, async (complete) => {
        const request = buildRequest(declaration, complete, {offset: 0, limit, cursor: before})
        const {body} = await this.options.client.send(request)
        const more = (body as JsonObject | undefined)?.[cursor.more] === true
        return {items: listPage(body, unwrap).items as JsonObject[], more}
      })
    yield* cursorPages(fetchPage, {...cursor, pageSize: largestPage, wanted})
  }

  private values<P extends Parameters>(
    declaration: Declaration<P>,
    inputs: Inputs<P>,
  ): Promise<Record<string, unknown>> {
    return complete(declaration.parameters, inputs, {fallback: this.options.fallback})
  }

  /** After a lost reply: what the service holds now decides, not a second try. */
  private async settle<P extends Parameters, T>(
    declaration: Declaration<P, T>,
    values: Values<P>,
    {begun, lost}: {begun: number; lost: AmbiguousError},
  ): Promise<T> {
    const settled = await declaration.settle!(this, values, begun).catch((error: unknown) => {
      if (!(error instanceof CliError)) throw error
      // Nobody can tell: what is known is that the reply was lost.
      throw error.exit === ExitCode.Interrupted ? interruptedError(lost.message) : lost
    })
    if (settled.done === true) return settled.reply as T
    if (settled.done === 'open') throw lost.with(settled)
    if (lost.isUnderWay) throw lost
    throw new CliError(`${lost.message} The service shows that it was not carried out.`, {
      code: 'not-carried-out',
      exit: ExitCode.Unavailable,
      hint: 'Run the same command again.',
      traceId: lost.traceId,
      retryable: true,
      cause: lost,
    })
  }
}

/** A memory that learns, and is not asked. */
function fresh(ids: IdMemory): IdMemory {
  return {...ids, get: () => undefined}
}
