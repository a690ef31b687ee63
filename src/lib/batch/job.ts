import {type JobProgress, jobFolder, StoredJob, writeOrder, type CommonOrder} from '../jobs/stored-job.ts'
import {type Paths} from '../profile/paths.ts'
import {type RowFile} from './read-rows.ts'
import {removeSpool} from './row-file.ts'
import {RowStates} from './row-states.ts'

/** What was asked for: written before the first request, and never changed. */
export interface JobOrder extends CommonOrder {
  /** The call's name, where the command stands for several. */
  operation: string
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

/** A batch on the disk. */
export class Job extends StoredJob<JobOrder> {
  protected readonly kind = 'batch'

  /** Writes what is asked for to a folder of its own. */
  static async create(paths: Paths, order: JobOrder): Promise<Job> {
    const folder = jobFolder(paths, order.id)
    await writeOrder(folder, order)
    return new Job(folder, order)
  }

  states(isTold?: (row: number) => boolean): Promise<RowStates> {
    return RowStates.read(this.journal, this.order.file.rows, isTold)
  }

  async progress({isOurs}: {isOurs: boolean}): Promise<JobProgress> {
    const {rows} = this.order.file
    // While somebody writes, the last line may be under way.
    const states = await (isOurs ? this.states() : RowStates.glance(this.journal, rows))
    const {done, failed, unknown, open, sent} = states.counts()
    // Nobody will look any more what came of those that were sent.
    const lost = states.end === 'cancelled' ? sent : 0
    const counts = {rows, done, failed, unknown: unknown + lost, left: open + sent - lost}
    return {begun: states.begun, end: states.end, counts}
  }

  override tidy(): Promise<void> {
    return removeSpool(this.folder)
  }

  protected get file(): string {
    return this.order.file.name
  }
}
