import {openJob} from '../../lib/jobs/open-job.ts'
import {jobArgument} from '../../lib/jobs/job-parameters.ts'
import {cancelJob} from '../../lib/jobs/cancel-job.ts'
import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'

export default class Cancel extends Command {
  static override readonly shape = {
    summary: 'Give a batch or an applied plan up: what is not done stays undone',
    description: 'One that is running is stopped as Ctrl-C does it: requests under way are waited for no longer.',
    parameters: {job: jobArgument},
    effect: {changes: 'cancel job'},
    reply: empty('The job is cancelled.'),
    examples: [],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {job} = await this.values(Cancel.shape)
    await cancelJob(await openJob(this.console.paths, job), this.console)
    await this.console.printer.empty(Cancel.shape.reply.done)
  }
}
