import {readdir, readFile} from 'node:fs/promises'
import {Job, type JobOrder} from '../batch/job.ts'
import {notFoundError} from '../errors.ts'
import {ApplyJob, type ApplyOrder} from '../plan/apply-job.ts'
import {type Paths} from '../profile/paths.ts'
import {jobFolder, orderIn} from './stored-job.ts'

export type AnyJob = Job | ApplyJob

/** Throws exit 5 when there is none of that id. */
export async function openJob(paths: Paths, id: string): Promise<AnyJob> {
  const folder = jobFolder(paths, id)
  const text = await readFile(orderIn(folder), 'utf8').catch(() => undefined)
  if (text === undefined || !/^[\w-]+$/.test(id)) throw notFoundError(`There is no job ${id}.`, 'commsctl jobs list')
  const order = JSON.parse(text) as JobOrder | ApplyOrder
  return 'files' in order ? new ApplyJob(folder, order) : new Job(folder, order)
}

/** Those that were begun, the latest first. */
export async function allJobs(paths: Paths): Promise<AnyJob[]> {
  const ids = await readdir(paths.jobs).catch(() => [] as string[])
  const jobs = await Promise.all(ids.map((id) => openJob(paths, id).catch(() => undefined)))
  return jobs.filter((job) => job !== undefined).sort((a, b) => (a.order.begun < b.order.begun ? 1 : -1))
}
