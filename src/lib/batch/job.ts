import {mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {CliError, notFoundError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {exclusive} from '../exclusive.ts'
import {type Paths} from '../profile/paths.ts'
import {type RowFile} from './read-rows.ts'
import {RowStates} from './row-states.ts'

/** What was asked for: written before the first request, and never changed. */
export interface JobOrder {
  id: string
  /** Words of the command. */
  command: string
  /** The call's name, where the command stands for several. */
  operation: string
  begun: string
  /** What it was begun with; another host or account would be another job. */
  profile: string | null
  api_host: string
  file: RowFile & {digest: string; rows: number}
  maps: string[]
  constants: Record<string, unknown>
  /** Wire names of what was given and is secret: asked for again. */
  withheld: string[]
  options: JobOptions
}

export interface JobOptions {
  concurrency: number
  rate: number | null
  outcomes: string | null
  wait: boolean
  /** Whether each row is followed, and to which state; any end when that is null. */
  follow?: {wanted: string | null}
  /** What one row costs. */
  price: number | null
}

/** How far a job is. */
export interface JobView {
  id: string
  command: string
  state: 'running' | 'interrupted' | 'finished' | 'cancelled'
  rows: number
  done: number
  failed: number
  unknown: number
  left: number
  begun: string
  profile: string | null
  file: string
}

/** A job on the disk: what was asked for, its journal, and who works on it. */
export class Job {
  private constructor(
    readonly folder: string,
    readonly order: JobOrder,
  ) {}

  get journal(): string {
    return join(this.folder, 'journal')
  }

  /** Writes what is asked for to a folder of its own; it outlives the machine. */
  static async create(paths: Paths, order: JobOrder): Promise<Job> {
    const job = new Job(jobFolder(paths, order.id), order)
    await mkdir(job.folder, {recursive: true, mode: 0o700})
    const part = join(job.folder, 'job.json.part')
    const file = await open(part, 'w', 0o600)
    await file.writeFile(JSON.stringify(order, null, 2))
    await file.sync()
    await file.close()
    await rename(part, join(job.folder, 'job.json'))
    await syncFolder(job.folder)
    return job
  }

  /** Throws exit 5 when there is none of that id. */
  static async open(paths: Paths, id: string): Promise<Job> {
    const folder = jobFolder(paths, id)
    const text = await readFile(join(folder, 'job.json'), 'utf8').catch(() => undefined)
    if (text === undefined || !/^[\w-]+$/.test(id)) throw notFoundError(`There is no job ${id}.`, 'commsctl jobs list')
    return new Job(folder, JSON.parse(text) as JobOrder)
  }

  /** Those that were begun, the latest first. */
  static async all(paths: Paths): Promise<Job[]> {
    const ids = await readdir(paths.jobs).catch(() => [] as string[])
    const jobs = await Promise.all(ids.map((id) => Job.open(paths, id).catch(() => undefined)))
    return jobs.filter((job) => job !== undefined).sort((a, b) => (a.order.begun < b.order.begun ? 1 : -1))
  }

  states(isTold?: (row: number) => boolean): Promise<RowStates> {
    return RowStates.read(this.journal, this.order.file.rows, isTold)
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
    const lock = await this.lock().catch(() => undefined)
    try {
      // While somebody writes, the last line may be under way: it is left as it is.
      const states = await (lock === undefined ? RowStates.glance(this.journal, this.order.file.rows) : this.states())
      const {done, failed, unknown, open: left, sent} = states.counts()
      const {id, command, begun, profile, file} = this.order
      const state = lock === undefined ? 'running' : (states.end ?? 'interrupted')
      const counts = {done, failed, unknown, left: left + sent}
      return {id, command, state, rows: file.rows, ...counts, begun, profile, file: file.name}
    } finally {
      lock?.release()
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, {recursive: true, force: true})
  }
}

export function jobFolder({jobs}: Pick<Paths, 'jobs'>, id: string): string {
  return join(jobs, id)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
