import {type Console} from '../console.ts'
import {type CliError, usageError} from '../errors.ts'
import {AppendLog} from '../journal/append-log.ts'
import {waitFor} from '../wait.ts'
import {type JobEnd, type StoredJob} from './stored-job.ts'

/** Ends a job for good. A process that works on it is told so, and interrupted first. */
export async function cancelJob(job: StoredJob, console: Console): Promise<void> {
  const held = await job.lock().catch(() => undefined)
  const lock = held ?? (await interrupt(job, console))
  try {
    const {end} = await job.progress({isOurs: true})
    if (end === 'finished' || (end !== undefined && held !== undefined)) throw isOver(job, end)
    if (end === undefined) await putDown(job)
    await job.tidy()
  } finally {
    lock.release()
  }
}

/** The journal says that it is cancelled before its process ends, which then tells so. */
async function interrupt(job: StoredJob, console: Console): Promise<{release: () => void}> {
  const {begun, end} = await job.progress({isOurs: false})
  if (end !== undefined) throw isOver(job, end)
  await putDown(job)
  if (begun !== undefined) process.kill(begun.pid, 'SIGINT')
  const free = () => job.lock().catch(() => undefined)
  return (await waitFor('Waiting for the process to end', free, console)) ?? job.lock()
}

async function putDown(job: StoredJob): Promise<void> {
  const log = await AppendLog.open(job.journal)
  await log.append({kind: 'cancelled', at: new Date().toISOString()}, {sync: true})
  await log.close()
}

function isOver({order}: StoredJob, end: JobEnd): CliError {
  return usageError(`Job ${order.id} is ${end} already.`, {code: 'job-over'})
}
