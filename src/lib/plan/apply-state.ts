import {readLog} from '../journal/read-log.ts'
import {type JobEnd, type JobProgress} from '../jobs/stored-job.ts'
import {type StepOutcome} from './run-plan.ts'

/** A line of the journal of an account's applies. */
export type ApplyRecord =
  /** A run, that is to make so many changes. */
  | {kind: 'begun'; at: string; pid: number; total: number}
  /** These are sent now. */
  | {kind: 'sent'; at: number; names: string[]}
  /** It is known what came of them. */
  | {kind: 'settled'; names: string[]}
  | {kind: 'outcome'; outcome: StepOutcome['outcome']}
  | {kind: JobEnd; at: string}

/** What a journal says: of the last run how far it is, and of all what was sent and has no known outcome. */
export class ApplyState {
  readonly sent = new Map<string, number>()
  begun: {pid: number; total: number} | undefined
  end: JobEnd | undefined
  #outcomes: StepOutcome['outcome'][] = []

  static async read(journal: string): Promise<ApplyState> {
    const state = new ApplyState()
    for await (const {record} of readLog(journal)) {
      if (record !== undefined) state.take(record as unknown as ApplyRecord)
    }
    return state
  }

  take(record: ApplyRecord): void {
    if (record.kind === 'sent') for (const name of record.names) this.sent.set(name, record.at)
    else if (record.kind === 'settled') for (const name of record.names) this.sent.delete(name)
    else if (record.kind === 'outcome') this.#outcomes.push(record.outcome)
    else if (record.kind === 'begun') [this.begun, this.end, this.#outcomes] = [record, undefined, []]
    else this.end = record.kind
    // Everything is as it is wanted: whatever came of what was sent, it is there.
    if (record.kind === 'finished') this.sent.clear()
  }

  get progress(): JobProgress {
    const rows = this.begun?.total ?? 0
    const count = (...outcomes: StepOutcome['outcome'][]) =>
      this.#outcomes.filter((outcome) => outcomes.includes(outcome)).length
    const [done, failed] = [count('done'), count('refused', 'failed')]
    // What was sent by a run that is cancelled has no outcome until the next one looks.
    const unknown = this.end === 'cancelled' ? Math.max(count('unknown'), this.sent.size) : count('unknown')
    return {
      begun: this.begun,
      end: this.end,
      counts: {rows, done, failed, unknown, left: Math.max(0, rows - done - failed - unknown)},
    }
  }
}
