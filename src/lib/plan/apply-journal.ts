import {rm} from 'node:fs/promises'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {exclusive} from '../exclusive.ts'
import {fileFault} from '../file-faults.ts'
import {journalIn, writeOrder} from '../jobs/stored-job.ts'
import {AppendLog} from '../journal/append-log.ts'
import {type ApplyOrder} from './apply-job.ts'
import {type ApplyRecord, ApplyState} from './apply-state.ts'
import {type StepOutcome} from './run-plan.ts'

/**
 * What was sent for an account and has no known outcome. It is no state: what there is, the platform tells. It says only what
 * may still be on its way, so that nothing is made a second time, and how far the run is.
 */
export class ApplyJournal {
  #log: AppendLog | undefined

  private constructor(
    readonly folder: string,
    private readonly state: ApplyState,
    private readonly lock: {release: () => void},
  ) {}

  /** Throws where another process applies to the same account. */
  static async open(folder: string): Promise<ApplyJournal> {
    const lock = await exclusive(folder, () => busy())
    return new ApplyJournal(folder, await ApplyState.read(journalIn(folder)), lock)
  }

  /** A run begins. What earlier ones have left open goes on to count. */
  async begin(order: ApplyOrder, total: number): Promise<void> {
    if (this.state.sent.size === 0) await rm(this.#path, {force: true})
    await writeOrder(this.folder, order)
    await this.#append({kind: 'begun', at: new Date().toISOString(), pid: process.pid, total})
  }

  /** When it was sent, where nobody knows what came of it. */
  sentAt(name: string): number | undefined {
    return this.state.sent.get(name)
  }

  /** Keys of a section that were sent and have no outcome. */
  unsettled(section: string): string[] {
    const before = `${section} `
    return [...this.state.sent.keys()]
      .filter((name) => name.startsWith(before))
      .map((name) => name.slice(before.length))
  }

  /** It is on the disk before anything is sent. */
  async sent(names: readonly string[]): Promise<void> {
    await this.#append({kind: 'sent', at: Date.now(), names: [...names]})
  }

  async settled(names: readonly string[]): Promise<void> {
    await this.#append({kind: 'settled', names: [...names]})
  }

  async outcome(outcome: StepOutcome['outcome']): Promise<void> {
    // It is what people see; where it cannot be written, neither can what is sent next.
    await this.#append({kind: 'outcome', outcome}, {sync: false}).catch(() => undefined)
  }

  /** Nothing is left of this run or an earlier one. */
  async finish(): Promise<void> {
    if (this.state.begun !== undefined && this.state.end === undefined) {
      await this.#append({kind: 'finished', at: new Date().toISOString()})
    }
  }

  async close(): Promise<void> {
    await this.#log?.close()
    this.lock.release()
  }

  get #path(): string {
    return journalIn(this.folder)
  }

  async #append(record: ApplyRecord, {sync} = {sync: true}): Promise<void> {
    try {
      this.#log ??= await AppendLog.open(this.#path)
      await this.#log.append({...record}, {sync})
      this.state.take(record)
    } catch (error) {
      throw new CliError(`The journal ${this.#path} cannot be written: ${fileFault(error)}.`, {
        code: 'unwritable-journal',
        exit: ExitCode.PartlyFailed,
        hint: 'Nothing more was sent. Make room, then apply again.',
        cause: error,
      })
    }
  }
}

function busy(): CliError {
  return new CliError('Another process is applying a plan to this account.', {
    code: 'locked',
    exit: ExitCode.Refused,
    hint: 'Wait for it, then look what is left: commsctl plan',
    retryable: true,
  })
}
