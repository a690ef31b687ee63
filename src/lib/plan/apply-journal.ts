import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {exclusive} from '../exclusive.ts'
import {fileFault} from '../file-faults.ts'
import {AppendLog} from '../journal/append-log.ts'
import {readLog} from '../journal/read-log.ts'

/** A line of it: these were sent, or it is known what came of them. */
type JournalLine = {kind: 'sent'; at: number; names: string[]} | {kind: 'settled'; names: string[]}

/**
 * What was sent for an account and has no known outcome. It is no state: what there is, the platform tells. It says only what
 * may still be on its way, so that nothing is made a second time.
 */
export class ApplyJournal {
  readonly #sent = new Map<string, number>()

  private constructor(
    private readonly path: string,
    private readonly log: AppendLog,
    private readonly lock: {release: () => void},
  ) {}

  /** Throws where another process applies to the same account. */
  static async open(folder: string): Promise<ApplyJournal> {
    const path = join(folder, 'journal')
    const lock = await exclusive(folder, () => busy())
    const sent = new Map<string, number>()
    for await (const {record} of readLog(path)) {
      if (record === undefined) continue
      const line = record as unknown as JournalLine
      for (const name of line.names) {
        if (line.kind === 'sent') sent.set(name, line.at)
        else sent.delete(name)
      }
    }
    const journal = new ApplyJournal(path, await AppendLog.open(path), lock)
    for (const [name, at] of sent) journal.#sent.set(name, at)
    return journal
  }

  /** When it was sent, where nobody knows what came of it. */
  sentAt(name: string): number | undefined {
    return this.#sent.get(name)
  }

  /** Keys of a section that were sent and have no outcome. */
  unsettled(section: string): string[] {
    const before = `${section} `
    return [...this.#sent.keys()].filter((name) => name.startsWith(before)).map((name) => name.slice(before.length))
  }

  /** It is on the disk before anything is sent. */
  async sent(names: readonly string[]): Promise<void> {
    const at = Date.now()
    await this.#append({kind: 'sent', at, names: [...names]})
    for (const name of names) this.#sent.set(name, at)
  }

  async settled(names: readonly string[]): Promise<void> {
    await this.#append({kind: 'settled', names: [...names]})
    for (const name of names) this.#sent.delete(name)
  }

  /** Everything is as it is wanted: whatever came of what was sent, it is there. */
  allDone(): void {
    this.#sent.clear()
  }

  /** Without anything open, nothing is kept. */
  async close(): Promise<void> {
    await this.log.close()
    if (this.#sent.size === 0) await rm(this.path, {force: true})
    this.lock.release()
  }

  async #append(line: JournalLine): Promise<void> {
    try {
      await this.log.append({...line}, {sync: true})
    } catch (error) {
      throw new CliError(`The journal ${this.path} cannot be written: ${fileFault(error)}.`, {
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
