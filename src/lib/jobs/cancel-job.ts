import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {AppendLog} from '../journal/append-log.ts'
import {waitFor} from '../wait.ts'
import {type StoredJob} from './stored-job.ts'

/** Ends a job for good. A process that works on it is interrupted first. */
export async function cancelJob(job: StoredJob, console: Console): Promise<void> {
  const held = await job.lock().catch(() => undefined)
  const lock = held ?? (await interrupt(job, console))
  try {
    const {end} = await job.progress({isOurs: true})
    if (end !== undefined) throw usageError(`Job ${job.order.id} is ${end} already.`, {code: 'job-over'})
    const log = await AppendLog.open(job.journal)
    await log.append({kind: 'cancelled', at: new Date().toISOString()}, {sync: true})
    await log.close()
    await job.tidy()
  } finally {
    lock.release()
  }
}

async function interrupt(job: StoredJob, console: Console): Promise<{release: () => void}> {
  const {begun} = await job.progress({isOurs: false})
  if (begun !== undefined) process.kill(begun.pid, 'SIGINT')
  const free = () => job.lock().catch(() => undefined)
  return (await waitFor('Waiting for the process to end', free, console)) ?? job.lock()
}
