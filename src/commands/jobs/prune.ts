import {type AnyJob, allJobs} from '../../lib/jobs/open-job.ts'
import {type JobView} from '../../lib/jobs/stored-job.ts'
import {jobViews} from '../../lib/jobs/job-views.ts'
import {jobList} from '../../lib/jobs/job-parameters.ts'
import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {duration} from '../../lib/parameters.ts'

export default class Prune extends Command {
  static override readonly shape = {
    summary: 'Delete what is kept of batches and applied plans that are over',
    description:
      'Of those that are finished or cancelled. Those that can be gone on with stay, and cancelled ones with requests of which nobody ' +
      'knows what came of them.',
    parameters: {
      older: duration('--older-than', 'only of those begun so long ago, as 30d or 12h; a number alone is seconds', {
        in: 'local',
        default: 0,
      }),
    },
    effect: {changes: 'delete what is kept of jobs', destructive: true},
    reply: jobList,
    examples: [['Of those of the month before', '--older-than 30d']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {older} = await this.values(Prune.shape)
    const jobs = await allJobs(this.console.paths)
    const old = jobs.filter(({order}) => Date.now() - Date.parse(order.begun) >= older)
    const views = await jobViews(old, this.console)
    const over = views.filter(
      ({view}) => view.state === 'finished' || (view.state === 'cancelled' && !isUnsettled(view)),
    )
    for (const {job, view} of views) if (view.state === 'cancelled' && isUnsettled(view)) await this.tellKept(job, view)
    const pruned: JobView[] = over.map(({view}) => view)
    if (pruned.length > 0)
      await this.confirm(
        Prune.shape.effect,
        pruned.map(({id}) => id),
      )
    for (const {job} of over) await job.remove()
    await printRows(Prune.shape.reply, pruned, this.flags, this.console)
  }

  private async tellKept({folder}: AnyJob, {id, unknown}: JobView): Promise<void> {
    await this.console.warn(
      `Job ${id} is kept: what came of ${unknown} that it had sent is unknown. See what the service holds, then delete ${folder}`,
    )
  }
}

/** Whether the job is the only one that tells of something that may have been done. */
function isUnsettled({unknown}: JobView): boolean {
  return (unknown ?? 0) > 0
}
