import {allJobs} from '../../lib/jobs/open-job.ts'
import {jobViews} from '../../lib/jobs/job-views.ts'
import {jobList} from '../../lib/jobs/job-parameters.ts'
import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List batches and applied plans, and how far they are',
    parameters: {},
    reply: jobList,
    examples: [
      ['All of them', ''],
      ['Those to go on with', '--where state=interrupted'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const looked = await jobViews(await allJobs(this.console.paths), this.console)
    const views = looked.map(({view}) => view)
    await printRows(List.shape.reply, views, this.flags, this.console)
  }
}
