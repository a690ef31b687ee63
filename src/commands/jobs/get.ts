import {openJob} from '../../lib/jobs/open-job.ts'
import {type JobView} from '../../lib/jobs/stored-job.ts'
import {jobArgument, jobColumns} from '../../lib/jobs/job-parameters.ts'
import {Command} from '../../lib/command.ts'
import {object, type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'

const parameters = {job: jobArgument}

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show how far a batch or an applied plan is',
    description: 'With --watch until nobody works on it any more.',
    parameters,
    reply: object<JobView>({columns: [...jobColumns, 'profile', 'file'], id: 'id'}),
    examples: [],
    online: false,
    over: '.state != "running"',
  } satisfies Shape<typeof parameters, JobView>

  async run(): Promise<void> {
    const {job} = await this.values(Get.shape)
    await printReply(Get.shape.reply, await (await openJob(this.console.paths, job)).view(), this.console)
  }
}
