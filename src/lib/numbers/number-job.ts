import {type AmbiguousError, isAmbiguous} from '../client/ambiguous.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** What became of one number. */
export interface NumberOutcome {
  number: string
  /** The job's own word where it worked, e.g. `provisioned`; else `refused`, `failed`, `unknown` or `not sent`. */
  outcome: string
  /** Why not, where it did not. */
  message: string | null
}

export interface NumberJob {
  /** The word for a number that is done: `provisioned`, `released`. */
  done: string
  send(numbers: string[]): Promise<unknown>
  /** Looks whether a number is done, after a reply was lost. */
  isDone(number: string): Promise<boolean>
}

/** As many numbers as the platform takes in one request. */
const chunkSize = 100

/** The numbers of one request each. */
export function chunksOf(numbers: readonly string[]): string[][] {
  const count = Math.ceil(numbers.length / chunkSize)
  return Array.from({length: count}, (_, index) => numbers.slice(index * chunkSize, (index + 1) * chunkSize))
}

/**
 * Does a job for many numbers, many to a request, and tells the outcome of each, in order. A refused number does not sink
 * the others of its request; after a lost reply, the platform is asked what is true; nothing is sent twice. What makes
 * every further request pointless (no permission, no network, Ctrl-C) ends the job: the rest is `not sent`.
 */
export class NumberRun {
  /** Why the first of those failed that did; undefined when all numbers are done. */
  failure: CliError | undefined
  /** What ended the run before all numbers were sent. */
  stop: CliError | undefined
  doneCount = 0

  constructor(private readonly job: NumberJob) {}

  async *outcomes(numbers: readonly string[]): AsyncGenerator<NumberOutcome> {
    for (const chunk of chunksOf(numbers)) yield* this.chunk(chunk)
  }

  private async *chunk(numbers: string[]): AsyncGenerator<NumberOutcome> {
    if (this.stop !== undefined) {
      yield* numbers.map((number) => outcome(number, 'not sent'))
      return
    }
    try {
      await this.job.send(numbers)
      yield* numbers.map((number) => this.done(number))
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      yield* this.afterFailure(numbers, error)
    }
  }

  private async *afterFailure(numbers: string[], error: CliError): AsyncGenerator<NumberOutcome> {
    const [first = ''] = numbers
    if (isAmbiguous(error)) yield* this.settle(numbers, error)
    else if (!isOfNumbers(error, numbers)) yield* this.stopped(numbers, error)
    else if (numbers.length === 1) yield this.failed(first, 'refused', error, reasonOf(error))
    else yield* this.halves(numbers)
  }

  private async *halves(numbers: string[]): AsyncGenerator<NumberOutcome> {
    const middle = Math.ceil(numbers.length / 2)
    yield* this.chunk(numbers.slice(0, middle))
    yield* this.chunk(numbers.slice(middle))
  }

  private async *settle(numbers: readonly string[], lost: AmbiguousError): AsyncGenerator<NumberOutcome> {
    for (const number of numbers) {
      try {
        // Without an answer on one number, there is none on the others.
        if (this.stop !== undefined) yield outcome(number, 'unknown')
        else if (await this.job.isDone(number)) yield this.done(number)
        else if (lost.isUnderWay)
          yield this.failed(number, 'unknown', lost, `${lost.message} So far the platform shows that it was not.`)
        else yield this.failed(number, 'failed', notCarriedOut(lost))
      } catch (error) {
        if (!(error instanceof CliError)) throw error
        this.stop = lost
        yield this.failed(number, 'unknown', lost, `${lost.message} The platform did not say. ${error.message}`)
      }
    }
  }

  private stopped(numbers: readonly string[], error: CliError): NumberOutcome[] {
    this.stop = error
    const isInterrupted = error.exit === ExitCode.Interrupted
    // An interruption has a hint when the request had been sent, and nobody knows what came of it.
    const word = !isInterrupted ? 'failed' : error.hint === undefined ? 'not sent' : 'unknown'
    return numbers.map((number) => this.failed(number, word, error, word === 'not sent' ? null : error.message))
  }

  private done(number: string): NumberOutcome {
    this.doneCount += 1
    return outcome(number, this.job.done)
  }

  private failed(number: string, word: string, error: CliError, message: string | null = error.message): NumberOutcome {
    this.failure ??= error
    return outcome(number, word, message)
  }
}

function outcome(number: string, word: string, message: string | null = null): NumberOutcome {
  return {number, outcome: word, message}
}

function notCarriedOut(lost: CliError): CliError {
  return new CliError('The reply was lost. The platform shows that it was not carried out.', {
    code: 'not-carried-out',
    exit: lost.exit,
    hint: 'Run the same command again.',
    traceId: lost.traceId,
    retryable: true,
    cause: lost,
  })
}

/**
 * Whether a refusal is about numbers of the request, so that the others may fare better without them. One that says what is
 * wrong and names none of them is about something else, such as a text that is too long.
 */
function isOfNumbers({exit, details}: CliError, numbers: readonly string[]): boolean {
  if (exit !== ExitCode.Refused && exit !== ExitCode.NotFound) return false
  return details.length === 0 || details.some((detail) => isOfOne(detail, numbers))
}

/** Whether it names one of the numbers, written in whatever way, or its place in the request. */
function isOfOne(detail: string, numbers: readonly string[]): boolean {
  const digits = detail.replaceAll(/\D/g, '')
  return detail.includes('numbers[') || numbers.some((number) => digits.includes(number.slice(-10)))
}

/** What the service says of the number; `numbers[0]: ` before it would name its place in a request that nobody saw. */
function reasonOf({message, details}: CliError): string {
  return details.length === 0 ? message : details.map((detail) => detail.replace(/^\w+\[\d+\]: /, '')).join(' ')
}
