import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {fileFault} from '../file-faults.ts'
import {AppendLog} from '../journal/append-log.ts'
import {type JsonValue} from '../client/wire.ts'
import {type RowLog} from './batch.ts'
import {type Fate} from './outcome.ts'
import {rangesOf} from './ranges.ts'
import {type JournalRecord, type RowStates} from './row-states.ts'
import {type CheckedRow} from './row.ts'
import {type SendingLog} from './sender.ts'

/** A job's journal while it is worked on, and what it says. */
export class JobLog implements RowLog, SendingLog {
  private constructor(
    private readonly file: AppendLog,
    private readonly path: string,
    private readonly states: RowStates,
    private readonly sync: boolean,
  ) {}

  /** `sync`: each record is on the disk before anything follows from it. */
  static async open(path: string, states: RowStates, {sync}: {sync: boolean}): Promise<JobLog> {
    const log = new JobLog(await AppendLog.open(path), path, states, sync)
    await log.#append({kind: 'begun', at: new Date().toISOString(), pid: process.pid})
    return log
  }

  isFinal(row: number): boolean {
    return this.states.isFinal(row)
  }

  sentAt(row: number): number | undefined {
    return this.states.sentAt(row)
  }

  async sent(rows: readonly CheckedRow[]): Promise<void> {
    await this.#append({kind: 'sent', at: Date.now(), rows: rangesOf(rows.map(({number}) => number))})
  }

  async reopened(rows: readonly CheckedRow[]): Promise<void> {
    await this.#append({kind: 'open', rows: rangesOf(rows.map(({number}) => number))}, false)
  }

  /** What is unknown stays what the journal calls sent. */
  async record(fates: readonly Fate[]): Promise<void> {
    const done = fates.filter((fate) => fate.done && fate.id === null)
    const others = fates.filter((fate) => fate.final && !done.includes(fate))
    const unsent = fates.filter(({final, outcome}) => !final && outcome !== 'unknown')
    await Promise.all([
      ...(done.length > 0 ? [this.#append(outcomeOf(done[0]!, done))] : []),
      ...others.map((fate) => this.#append(outcomeOf(fate, [fate]))),
      ...(unsent.length > 0 ? [this.reopened(unsent.map(({row}) => row))] : []),
    ])
  }

  async end(kind: 'finished' | 'cancelled'): Promise<void> {
    await this.#append({kind, at: new Date().toISOString()})
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  async #append(record: JournalRecord, sync = this.sync): Promise<void> {
    try {
      await this.file.append(record as unknown as JsonValue, {sync})
      this.states.take(record)
    } catch (error) {
      throw new CliError(`The journal ${this.path} cannot be written: ${fileFault(error)}.`, {
        code: 'unwritable-journal',
        exit: ExitCode.PartlyFailed,
        hint: 'Nothing more was sent. Make room, then resume the job.',
        cause: error,
      })
    }
  }
}

function outcomeOf({outcome, done, message, id}: Fate, fates: readonly Fate[]): JournalRecord {
  const rows = rangesOf(fates.map(({row}) => row.number).sort((a, b) => a - b))
  return {kind: 'outcome', rows, outcome, done, ...(message !== null && {message}), ...(id !== null && {id})}
}
