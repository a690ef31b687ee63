import {type CliError} from '../errors.ts'
import {type Each} from '../operation/declaration.ts'
import {type Fate, open} from './outcome.ts'
import {requestsOf} from './requests.ts'
import {type CheckedRow} from './row.ts'
import {type Sender} from './sender.ts'
import {Slots} from './slots.ts'

/** Keeps what is known of rows; what it holds decides what is still to be done. */
export interface RowLog {
  /** Whether there is nothing to do for the row any more. */
  isFinal(row: number): boolean
  /** When it was sent, where nobody knows what came of it. */
  sentAt(row: number): number | undefined
  /** What became of rows that were in one request. */
  record(fates: readonly Fate[]): Promise<void>
}

export interface BatchOptions {
  rows: AsyncIterable<CheckedRow>
  each: Each | undefined
  sender: Sender
  log: RowLog
  concurrency: number
  /** So long after it was sent, a request that shows no effect will have none any more. */
  certainAfterMs: number
}

/** So many requests for each that is under way may wait for the outcome of one before them, which comes first. */
const lead = 8

/** Does rows, several requests side by side, and tells what became of each in the order of the rows. */
export class Batch {
  doneCount = 0
  readonly errors = new Set<CliError>()
  openCount = 0
  finalCount = 0

  constructor(private readonly options: BatchOptions) {}

  async *fates(): AsyncGenerator<Fate> {
    const {concurrency} = this.options
    const slots = new Slots(concurrency)
    const under: Promise<Fate[]>[] = []
    for await (const work of this.#works()) {
      const fates = slots.run(work)
      // Told when it is its turn.
      fates.catch(() => undefined)
      under.push(fates)
      if (under.length >= concurrency * lead) yield* this.#counted(await under.shift()!)
    }
    while (under.length > 0) yield* this.#counted(await under.shift()!)
  }

  async *#works(): AsyncGenerator<() => Promise<Fate[]>> {
    const {sender, each, certainAfterMs} = this.options
    const recovering: [CheckedRow, number][] = []
    for await (const rows of requestsOf(this.#fresh(recovering), each)) {
      yield () => this.#recorded(sender.send(rows))
      for (const [row, at] of recovering.splice(0)) {
        yield () => this.#recorded(sender.recover(row, at, certainAfterMs).then((fate) => [fate]))
      }
    }
    for (const [row, at] of recovering) {
      yield () => this.#recorded(sender.recover(row, at, certainAfterMs).then((fate) => [fate]))
    }
  }

  /** Rows that were never sent; those of which nobody knows what came of them go another way. */
  async *#fresh(recovering: [CheckedRow, number][]): AsyncGenerator<CheckedRow> {
    const {rows, log} = this.options
    for await (const row of rows) {
      if (log.isFinal(row.number)) continue
      const at = log.sentAt(row.number)
      if (at === undefined) yield row
      else recovering.push([row, at])
    }
  }

  async #recorded(sent: Promise<Fate[]>): Promise<Fate[]> {
    const fates = await sent
    try {
      await this.options.log.record(fates)
      return fates
    } catch (error) {
      // It may well be done: what the journal says of it is that it was sent.
      this.options.sender.stop ??= error as CliError
      return fates.map(({row}) => open(row, 'unknown', (error as CliError).message, error as CliError))
    }
  }

  *#counted(fates: readonly Fate[]): Generator<Fate> {
    for (const fate of fates) {
      if (fate.done) this.doneCount += 1
      if (fate.final) this.finalCount += 1
      else this.openCount += 1
      if (fate.error !== undefined) this.errors.add(fate.error)
      yield fate
    }
  }
}
