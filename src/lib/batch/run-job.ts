import {type AmbiguousError} from '../client/ambiguous.ts'
import {type Console} from '../console.ts'
import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller, type Declaration} from '../operation/declaration.ts'
import {type Conclude} from '../operation/service.ts'
import {certainAfterMs} from '../journal/certain-after.ts'
import {isIdempotent} from '../operation/request.ts'
import {arrivalOf} from '../waiting/course.ts'
import {preparedValues} from '../operation/procedure.ts'
import {bodyOf, bodySource} from '../operation/whole-body.ts'
import {RowProgress} from '../output/progress.ts'
import {Batch, type RowLog} from './batch.ts'
import {type Job, type JobOptions} from './job.ts'
import {JobLog} from './job-log.ts'
import {type Fate} from './outcome.ts'
import {OutcomeFile, ToldRows} from './outcome-file.ts'
import {Pacer} from './pacer.ts'
import {type RowFile, RowReader} from './read-rows.ts'
import {removeSpool} from './row-file.ts'
import {type RowValues} from './row-values.ts'
import {type CheckedRow} from './row.ts'
import {type RowCalls, Sender, type SendingLog} from './sender.ts'
import {type Telling} from './told.ts'

export interface Work {
  shape: Declaration
  file: RowFile
  total: number
  values: RowValues
  telling: Telling
  /** Whether the rows are arguments: somebody waits for them, and can type them again. */
  isListed: boolean
  options: JobOptions
}

/** So often requests are paused for because of a 429 before the batch gives up. */
const mostRefusals = 10

/** Whether doing it twice, or not remembering that it was done, does harm. */
export function isPrecious({effect, ...shape}: Declaration): boolean {
  return effect?.billable === true || effect?.destructive === true || !isIdempotent({effect, ...shape})
}

/** Works on a job until it is through or interrupted, and tells what became of each row. Throws what its exit code comes from. */
export async function runJob(job: Job, work: Work, console: Console, {isResumed}: {isResumed: boolean}): Promise<void> {
  const lock = await job.lock()
  try {
    const {outcomes} = work.options
    const told = isResumed && outcomes !== null ? await ToldRows.read(outcomes, work.total) : undefined
    const states = await job.states(told === undefined ? undefined : (row) => told.has(row))
    const before = states.counts()
    const file = outcomes === null ? undefined : await OutcomeFile.open(outcomes, {goOn: isResumed})
    const log = await JobLog.open(job.journal, states, {sync: isPrecious(work.shape)})
    try {
      const run = new Run(work, console, {
        log,
        job,
        file,
        untold: states.untold,
        through: work.total - before.open - before.sent,
      })
      await run.all()
      const {open, sent, done} = states.counts()
      if (open + sent === 0) {
        await log.end('finished')
        await removeSpool(job.folder)
      }
      const again = `commsctl jobs resume ${job.order.id}`
      const isCancelled = console.signal.aborted && (await job.progress({isOurs: false})).end === 'cancelled'
      run.conclude({done, left: open + sent, again, isCancelled})
    } finally {
      await log.close()
      await file?.close()
    }
  } finally {
    lock.release()
  }
}

const nowhere: RowLog & SendingLog = {
  isFinal: () => false,
  sentAt: () => undefined,
  record: async () => undefined,
  sent: async () => undefined,
  reopened: async () => undefined,
}

/** Does a single row, which needs no journal. Throws what is wrong with it. */
export async function runOne(work: Work, console: Console): Promise<void> {
  const run = new Run(work, console, {log: nowhere})
  await run.single()
}

interface Keeping {
  log: RowLog & SendingLog
  job?: Job
  file?: OutcomeFile | undefined
  untold?: ReadonlyMap<number, {outcome: string; done: boolean; message?: string; id?: string}>
  /** Rows that were through before. */
  through?: number
}

class Run {
  readonly #batch: Batch
  readonly #sender: Sender
  readonly #progress: RowProgress | undefined

  constructor(
    private readonly work: Work,
    private readonly console: Console,
    private readonly keeping: Keeping,
  ) {
    const {shape, options} = work
    const {log, job} = keeping
    this.#sender = new Sender({
      shape,
      calls: this.#calls(),
      log,
      persistent: !work.isListed && shape.each?.once === true,
    })
    this.#batch = new Batch({
      rows: this.#rows(),
      each: shape.each,
      sender: this.#sender,
      log,
      concurrency: options.concurrency,
      certainAfterMs: Math.max(certainAfterMs, console.timeoutMs),
    })
    // Rows that are shown as they come are progress enough.
    const isShown = console.terminal.stdoutIsTty && options.outcomes === null
    this.#progress = job === undefined || isShown ? undefined : new RowProgress(console.terminal, 'Rows')
  }

  async all(): Promise<void> {
    const {client, ledger} = await this.console.connection()
    const {command, id} = this.keeping.job!.order
    ;(await ledger()).belongTo({command, job: id, price: () => this.work.options.price})
    client.paceBy(new Pacer({rate: this.work.options.rate ?? undefined}))
    await this.#progress?.begin(this.work.total, this.keeping.through ?? 0)
    try {
      if (this.keeping.file === undefined) await this.#print(this.#told())
      else for await (const fate of this.#told()) await this.#write(fate)
    } finally {
      this.#progress?.stop()
    }
  }

  async single(): Promise<void> {
    const fates: Fate[] = []
    for await (const fate of this.#batch.fates()) fates.push(fate)
    const [error] = this.#batch.errors
    if (error !== undefined) throw error
    await this.#print(fates)
  }

  /** Throws what keeps the job from being a success. */
  conclude({done, left, again, isCancelled}: {done: number; left: number; again: string; isCancelled: boolean}): void {
    const {total, shape, options} = this.work
    if (done === total) return
    const noun = this.work.telling.view.noun
    const summary = `${total - done} of ${total} ${noun} were not ${shape.each?.done ?? 'done'}.`
    const [error] = this.#batch.errors
    const hint =
      left > 0
        ? `Go on with: ${again}`
        : options.outcomes === null
          ? 'The outcome of each is above.'
          : `Try those again with --retry-failed ${options.outcomes}`
    if (isCancelled) {
      throw interruptedError(
        `The job was cancelled: ${summary} Those not sent are as they were; see what the service holds of the unknown ones.`,
      )
    }
    if (this.console.signal.aborted) {
      throw interruptedError(
        `${summary} Those not sent are as they were; look at the unknown ones before you go on. ${hint}`,
      )
    }
    if (done === 0 && error !== undefined && this.#batch.errors.size === 1) throw left > 0 ? hinted(error, hint) : error
    throw new CliError(summary, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint,
      details: this.#sender.stop === undefined ? [] : [this.#sender.stop.message],
      cause: error,
    })
  }

  async *#told(): AsyncGenerator<Fate> {
    for await (const fate of this.#batch.fates()) {
      this.#progress?.row(fate.done)
      yield fate
    }
  }

  async #write(fate: Fate): Promise<void> {
    if (fate.final) await this.keeping.file!.write(this.work.telling.line(fate))
  }

  async #print(fates: Iterable<Fate> | AsyncIterable<Fate>): Promise<void> {
    const {telling} = this.work
    await this.console.printer.rows(outputs(fates, telling), telling.view)
  }

  /** The rows of the file, checked anew. What a file tells nobody yet is told on the way. */
  async *#rows(): AsyncGenerator<CheckedRow> {
    const {file, values} = this.work
    const {untold, file: outcomes} = this.keeping
    for await (const row of new RowReader(file).rows()) {
      const known = untold?.get(row.number)
      if (known === undefined && this.keeping.log.isFinal(row.number)) continue
      const checked = {...row, values: await values.of(row)}
      if (known !== undefined && outcomes !== undefined)
        await this.#write({row: checked, final: true, message: null, id: null, ...known})
      yield checked
    }
  }

  #calls(): RowCalls {
    const {shape, options} = this.work
    const caller = callerOf(this.console)
    const lost = new WeakMap<AmbiguousError, Conclude>()
    return {
      ...caller,
      settled: async (error, done) => lost.get(error)?.(done),
      send: async (values) => {
        const whole = await wholeValues(shape, values, caller, this.console)
        const reply = await this.#persistently(() => this.#done(whole, caller, (error, end) => lost.set(error, end)))
        if (options.follow === undefined) return reply
        const wanted = options.follow.wanted ?? undefined
        const following = {wanted, console: this.console, isShown: false}
        const {shown, problem} = await arrivalOf(shape, {values: whole, reply}, caller, following)
        if (problem !== undefined) throw problem
        return shown
      },
    }
  }

  async #done(
    values: Readonly<Record<string, unknown>>,
    caller: Caller,
    onLost: (lost: AmbiguousError, conclude: Conclude) => void,
  ): Promise<unknown> {
    const {shape, options} = this.work
    const {wait} = options
    if (shape.procedure !== undefined)
      return shape.procedure.perform(caller, await preparedValues(shape, values, caller), {wait})
    const {service} = await this.console.connection()
    return service.call({shape}, values, {wait, settle: false, onLost})
  }

  /** Sends again what was refused because of the pace. */
  async #persistently<T>(send: () => Promise<T>): Promise<T> {
    for (let refusals = 0; ; refusals++) {
      try {
        return await send()
      } catch (error) {
        const isLimited = error instanceof CliError && error.exit === ExitCode.RateLimited
        if (!isLimited || this.work.isListed || refusals >= mostRefusals) throw error
      }
    }
  }
}

/** What code reaches the service through that belongs to no command. */
export function callerOf(console: Console): Caller {
  return {
    call: async (...call) => (await console.connection()).service.call(...call),
    all: (operation, inputs) => allOf(console, operation, inputs),
  }
}

async function* allOf(console: Console, ...call: Parameters<Caller['all']>): AsyncGenerator<never> {
  yield* (await console.connection()).service.all(...call) as AsyncIterable<never>
}

/** Where the service puts the body in place of all that it holds, what was given is laid over that. */
async function wholeValues(
  shape: Declaration,
  values: Readonly<Record<string, unknown>>,
  caller: Caller,
  console: Console,
): Promise<Readonly<Record<string, unknown>>> {
  if (shape.effect?.replaces !== true || shape.current === undefined) return values
  const [name] = Object.entries(shape.parameters).find(([, parameter]) => parameter === bodyOf(shape.parameters)) ?? []
  const source = bodySource(shape, {edits: false, caller, console})
  return {...values, [name!]: await source.whole(values[name!] as never, values)}
}

async function* outputs(fates: Iterable<Fate> | AsyncIterable<Fate>, telling: Telling): AsyncGenerator<object> {
  for await (const fate of fates) yield telling.output(fate)
}

/** The same error, with what to do about it. */
function hinted(error: CliError, hint: string): CliError {
  const {message, code, exit, status, traceId, retryable, details, hint: before} = error
  const both = before === undefined ? hint : `${before} ${hint}`
  return new CliError(message, {code, exit, status, traceId, retryable, details, hint: both, cause: error})
}
