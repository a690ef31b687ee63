import {allJobs} from '../../lib/jobs/open-job.ts'
import {type JobView} from '../../lib/jobs/stored-job.ts'
import {jobList} from '../../lib/jobs/job-parameters.ts'
import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {duration} from '../../lib/parameters.ts'

export default class Prune extends Command {
  static override readonly shape = {
    summary: 'Delete what is kept of batches and applied plans that are over',
    description: 'Of those that are finished or cancelled. Those that can be gone on with stay.',
    parameters: {
      older: duration('--older-than', 'only of those begun so long ago, e.g. 30d', {in: 'local', default: 0}),
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
    const views = await Promise.all(old.map(async (job) => ({job, view: await job.view()})))
    const over = views.filter(({view: {state}}) => state === 'finished' || state === 'cancelled')
    const pruned: JobView[] = over.map(({view}) => view)
    if (pruned.length > 0)
      await this.confirm(
        Prune.shape.effect,
        pruned.map(({id}) => id),
      )
    for (const {job} of over) await job.remove()
    await printRows(Prune.shape.reply, pruned, this.flags, this.console)
  }
}
