import {truncate} from 'node:fs/promises'
import {dirname} from 'node:path'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {readLog} from '../journal/read-log.ts'
import {inRanges, type Ranges} from './ranges.ts'

/** A line of a job's journal. */
export type JournalRecord =
  | {kind: 'begun'; at: string; pid: number}
  /** These rows go in a request now. */
  | {kind: 'sent'; at: number; rows: Ranges}
  /** They were not done after all: a refusal of a whole request, which is tried in parts. */
  | {kind: 'open'; rows: Ranges}
  | ({kind: 'outcome'; rows: Ranges} & RecordedOutcome)
  | {kind: 'finished' | 'cancelled'; at: string}

/** What became of rows. */
export interface RecordedOutcome {
  outcome: string
  done: boolean
  message?: string
  id?: string
}

const states = {open: 0, sent: 1, done: 2, failed: 3, unknown: 4} as const
type State = (typeof states)[keyof typeof states]

/** What a journal says of each row: a byte for each. */
export class RowStates {
  readonly #states: Uint8Array
  /** When rows were sent of which no outcome is known. */
  readonly #sentAt = new Map<number, number>()
  /** What became of rows that somebody has not been told of yet. */
  readonly untold = new Map<number, RecordedOutcome>()
  begun: {at: string; pid: number} | undefined
  end: 'finished' | 'cancelled' | undefined

  constructor(
    readonly total: number,
    private readonly isTold: (row: number) => boolean = () => true,
  ) {
    this.#states = new Uint8Array(total + 1)
  }

  /** Reads a journal, and cuts off a last line that is not whole. Throws for one that is damaged before its end. */
  static async read(path: string, total: number, isTold?: (row: number) => boolean): Promise<RowStates> {
    const {rows, good, isCutOff} = await RowStates.#readTo(path, total, isTold)
    if (isCutOff) await truncate(path, good)
    return rows
  }

  /** The same of a journal that another process is writing, which is left as it is. */
  static async glance(path: string, total: number): Promise<RowStates> {
    return (await RowStates.#readTo(path, total)).rows
  }

  static async #readTo(path: string, total: number, isTold?: (row: number) => boolean) {
    const rows = new RowStates(total, isTold)
    let good = 0
    let broken: number | undefined
    for await (const {line, record, end} of readLog(path)) {
      if (broken !== undefined) throw damaged(path, broken)
      if (record === undefined) broken = line
      else {
        rows.take(record as unknown as JournalRecord)
        good = end
      }
    }
    return {rows, good, isCutOff: broken !== undefined}
  }

  take(record: JournalRecord): void {
    if (record.kind === 'begun') this.begun = record
    else if (record.kind === 'sent') this.#set(record.rows, states.sent, record.at)
    else if (record.kind === 'open') this.#set(record.rows, states.open)
    else if (record.kind === 'outcome') this.#takeOutcome(record)
    else this.end = record.kind
  }

  isFinal(row: number): boolean {
    return this.#states[row]! >= states.done
  }

  /** When the row was sent, where nobody knows what came of it. */
  sentAt(row: number): number | undefined {
    return this.#sentAt.get(row)
  }

  counts(): Record<keyof typeof states, number> {
    const counts = [0, 0, 0, 0, 0]
    for (let row = 1; row <= this.total; row++) counts[this.#states[row]!]! += 1
    const [open, sent, done, failed, unknown] = counts as [number, number, number, number, number]
    return {open, sent, done, failed, unknown}
  }

  #takeOutcome({rows, outcome, done, message, id}: JournalRecord & {kind: 'outcome'}): void {
    this.#set(rows, done ? states.done : outcome === 'unknown' ? states.unknown : states.failed)
    for (const row of inRanges(rows)) {
      if (!this.isTold(row)) this.untold.set(row, {outcome, done, ...(message && {message}), ...(id && {id})})
    }
  }

  #set(rows: Ranges, state: State, at?: number): void {
    for (const row of inRanges(rows)) {
      this.#states[row] = state
      if (at === undefined) this.#sentAt.delete(row)
      else this.#sentAt.set(row, at)
    }
  }
}

function damaged(path: string, line: number): CliError {
  return new CliError(`The journal ${path} is damaged in line ${line}: what follows it cannot be trusted.`, {
    code: 'damaged-journal',
    exit: ExitCode.Bug,
    hint: `See what the service holds, start a new batch with the rows that are missing there, and delete ${dirname(path)}`,
  })
}
