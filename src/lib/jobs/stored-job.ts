import {open, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {exclusive} from '../exclusive.ts'
import {type Paths} from '../profile/paths.ts'
import {makeFolder} from '../make-folder.ts'
import {ownFileFault} from '../profile/own-file-fault.ts'

/** What every job remembers of how it was begun; another host or user would be another job. */
export interface CommonOrder {
  id: string
  /** Words of the command. */
  command: string
  begun: string
  profile: string | null
  api_host: string
}

/** How far a job is. */
export interface JobView {
  id: string
  kind: 'batch' | 'apply'
  command: string
  /** `damaged`: its journal cannot be read, and how far it is, nobody knows. */
  state: 'running' | 'interrupted' | 'finished' | 'cancelled' | 'damaged'
  /** Of a batch its rows, of an apply the changes that it was to make. */
  rows: number | null
  done: number | null
  failed: number | null
  unknown: number | null
  left: number | null
  begun: string
  profile: string | null
  file: string
}

export type JobEnd = 'finished' | 'cancelled'

/** What a journal says of a whole job. */
export interface JobProgress {
  /** Who worked on it last. */
  begun: {pid: number} | undefined
  end: JobEnd | undefined
  counts: Pick<JobView, 'rows' | 'done' | 'failed' | 'unknown' | 'left'>
}

/** A job on the disk: what was asked for, its journal, and who works on it. */
export abstract class StoredJob<O extends CommonOrder = CommonOrder> {
  protected abstract readonly kind: JobView['kind']

  constructor(
    readonly folder: string,
    readonly order: O,
  ) {}

  /** What the journal says; of one that another process writes to, the last line is left as it is. */
  abstract progress(options: {isOurs: boolean}): Promise<JobProgress>
  /** The file or files that it works on. */
  protected abstract get file(): string

  get journal(): string {
    return journalIn(this.folder)
  }

  /** Throws when another process works on it. The kernel gives the lock back, however this process ends. */
  lock(): Promise<{release: () => void}> {
    return exclusive(
      this.folder,
      (cause) =>
        new CliError(`Another process is working on job ${this.order.id}.`, {
          code: 'locked',
          exit: ExitCode.Refused,
          hint: `See how far it is: commsctl jobs get ${this.order.id}`,
          cause,
        }),
    )
  }

  async view(): Promise<JobView> {
    let isRunning = false
    const lock = await this.lock().catch((error: unknown) => {
      isRunning = error instanceof CliError && error.code === 'locked'
    })
    try {
      const {end, counts} = await this.progress({isOurs: lock !== undefined})
      const {id, command, begun, profile} = this.order
      const state = isRunning ? 'running' : (end ?? 'interrupted')
      return {id, kind: this.kind, command, state, ...counts, begun, profile, file: this.file}
    } finally {
      lock?.release()
    }
  }

  /** The same where others are shown beside it: a journal that cannot be read is a state, and a problem to be told. */
  async viewAmongOthers(): Promise<{view: JobView; problem?: CliError}> {
    try {
      return {view: await this.view()}
    } catch (error) {
      if (!(error instanceof CliError) || error.code !== 'damaged-journal') throw error
      const {id, command, begun, profile} = this.order
      const counts = {rows: null, done: null, failed: null, unknown: null, left: null}
      const view = {id, kind: this.kind, command, state: 'damaged', ...counts, begun, profile, file: this.file} as const
      return {view, problem: error}
    }
  }

  /** Deletes what there is beside the order and the journal that only work needs. */
  async tidy(): Promise<void> {}

  async remove(): Promise<void> {
    await rm(this.folder, {recursive: true, force: true})
  }
}

export function jobFolder({jobs}: Pick<Paths, 'jobs'>, id: string): string {
  return join(jobs, id)
}

export function journalIn(folder: string): string {
  return join(folder, 'journal')
}

export function orderIn(folder: string): string {
  return join(folder, 'job.json')
}

/** Writes what is asked for to the job's folder, whole; it outlives the machine. */
export async function writeOrder(folder: string, order: object): Promise<void> {
  await writeDurably(folder, order).catch((error: unknown) => {
    throw ownFileFault(error, folder)
  })
}

async function writeDurably(folder: string, order: object): Promise<void> {
  makeFolder(folder)
  const part = `${orderIn(folder)}.part`
  const file = await open(part, 'w', 0o600)
  await file.writeFile(JSON.stringify(order, null, 2))
  await file.sync()
  await file.close()
  await rename(part, orderIn(folder))
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
