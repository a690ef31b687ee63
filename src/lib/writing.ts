import {isAmbiguous} from './client/ambiguous.ts'
import {CliError} from './errors.ts'
import {ExitCode} from './exit-code.ts'
import {inWaves} from './in-waves.ts'

/** What became of one of many things that are written. */
export interface Written<Thing> {
  thing: Thing
  outcome: 'written' | 'refused' | 'failed' | 'unknown' | 'not sent'
  /** Why not, where it was not. */
  message: string | null
}

const width = 5

/**
 * Writes many things, a few side by side, and tells what became of each, in order. One that is refused does not sink the
 * others; what makes every further request pointless ends it.
 */
export class Writing<Thing> {
  /** Why the first of those failed that did. */
  failure: CliError | undefined
  /** What ended it before everything was sent. */
  stop: CliError | undefined
  count = 0

  constructor(
    private readonly things: readonly Thing[],
    private readonly write: (thing: Thing) => Promise<unknown>,
  ) {}

  outcomes(): AsyncGenerator<Written<Thing>> {
    return inWaves(this.things, width, (thing) => this.#one(thing))
  }

  async #one(thing: Thing): Promise<Written<Thing>> {
    if (this.stop !== undefined) return {thing, outcome: 'not sent', message: null}
    try {
      await this.write(thing)
      this.count += 1
      return {thing, outcome: 'written', message: null}
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      this.failure ??= error
      const message = [error.message, ...error.details].join(' ')
      if (error.exit === ExitCode.Refused) return {thing, outcome: 'refused', message}
      this.stop ??= error
      return {thing, outcome: isAmbiguous(error) ? 'unknown' : 'failed', message}
    }
  }

  /** Throws what ended it before anything was done; where only some failed, that, with exit 9. */
  check(noun: string): void {
    const left = this.things.length - this.count
    if (left === 0) return
    if (this.stop?.exit === ExitCode.Interrupted || (this.count === 0 && this.stop !== undefined)) throw this.stop
    throw new CliError(`${left} of ${this.things.length} ${noun} were not written.`, {
      code: 'partly-failed',
      exit: ExitCode.PartlyFailed,
      hint: 'What is above says why. Running it again does no harm.',
      cause: this.failure,
    })
  }
}
