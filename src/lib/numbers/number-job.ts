import {isAmbiguous} from '../client/ambiguous.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'

/** What became of one number. */
export interface NumberOutcome {
  number: string
  /** The job's own word where it worked, e.g. `provisioned`. */
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

/**
 * Does a job for many numbers, many to a request, and tells the outcome of each, in order. A refused number does not sink
 * the others of its request; after a lost reply, the platform is asked what is true; nothing is sent twice. What makes
 * every further request pointless (no permission, no network, Ctrl-C) ends the job: the rest is `not sent`.
 */
export class NumberRun {
  /** The first failure; undefined when all numbers are done. */
  failure: unknown
  doneCount = 0
  private stopped = false

  constructor(private readonly job: NumberJob) {}

  async *outcomes(numbers: readonly string[]): AsyncGenerator<NumberOutcome> {
    for (let start = 0; start < numbers.length; start += chunkSize) {
      yield* this.chunk(numbers.slice(start, start + chunkSize))
    }
  }

  private async *chunk(numbers: string[]): AsyncGenerator<NumberOutcome> {
    if (this.stopped) return yield* numbers.map((number) => ({number, outcome: 'not sent', message: null}))
    try {
      await this.job.send(numbers)
      yield* numbers.map((number) => this.done(number))
    } catch (error) {
      this.failure ??= error
      yield* this.afterFailure(numbers, error)
    }
  }

  private async *afterFailure(numbers: string[], error: unknown): AsyncGenerator<NumberOutcome> {
    const message = error instanceof Error ? error.message : String(error)
    if (isAmbiguous(error)) return yield* this.settle(numbers)
    if (error instanceof CliError && isOfSomeNumbers(error)) {
      if (numbers.length === 1) return yield {number: numbers[0]!, outcome: 'refused', message: reasonOf(error)}
      const middle = Math.ceil(numbers.length / 2)
      yield* this.chunk(numbers.slice(0, middle))
      return yield* this.chunk(numbers.slice(middle))
    }
    this.stopped = true
    const interrupted = error instanceof CliError && error.exit === ExitCode.Interrupted
    yield* numbers.map((number) => ({number, outcome: interrupted ? 'unknown' : 'failed', message}))
  }

  private async *settle(numbers: readonly string[]): AsyncGenerator<NumberOutcome> {
    for (const number of numbers) {
      try {
        if (await this.job.isDone(number)) yield this.done(number)
        else yield {number, outcome: 'failed', message: 'The reply was lost; the platform shows that it was not done.'}
      } catch (error) {
        this.stopped = true
        yield {
          number,
          outcome: 'unknown',
          message: `The reply was lost, and so was the answer to whether it was done. ${(error as Error).message}`,
        }
      }
    }
  }

  private done(number: string): NumberOutcome {
    this.doneCount += 1
    return {number, outcome: this.job.done, message: null}
  }
}

/** Whether a refusal is about numbers in the request, so that the others may fare better without them. */
function isOfSomeNumbers({exit}: CliError): boolean {
  return exit === ExitCode.Refused || exit === ExitCode.NotFound
}

function reasonOf({message, details}: CliError): string {
  return [message, ...details].join(' ')
}
