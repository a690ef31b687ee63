import {type Console} from '../console.ts'
import {type AnyJob} from './open-job.ts'
import {type JobView} from './stored-job.ts'

/** How far jobs are. Those whose journals are damaged are warned of, and do not keep the others from being seen. */
export async function jobViews(jobs: readonly AnyJob[], console: Console): Promise<{job: AnyJob; view: JobView}[]> {
  const looked = await Promise.all(jobs.map(async (job) => ({job, ...(await job.viewAmongOthers())})))
  for (const {job, problem} of looked) {
    if (problem !== undefined)
      await console.warn(`Job ${job.order.id}: ${problem.message} ${problem.hint ?? ''}`.trim())
  }
  return looked
}
