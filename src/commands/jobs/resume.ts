import {Job} from '../../lib/batch/job.ts'
import {jobArgument} from '../../lib/batch/job-parameters.ts'
import {Command} from '../../lib/command.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'

const parameters = {job: jobArgument}

export default class Resume extends Command {
  static override readonly shape = {
    summary: 'Go on with a batch that was interrupted',
    description:
      'Each row is done once. Rows that were sent and of which no reply came are read back first; where that is not ' +
      'possible they stay unknown, and nothing is sent twice. The file of rows must be as it was.',
    parameters,
    reply: outcomes({columns: [], noun: 'rows'}),
    tool: false,
    examples: [],
  } satisfies Shape

  async run(): Promise<void> {
    const {job} = await this.values(Resume.shape)
    const {resumeJob} = await import('../../lib/batch/resume-job.ts')
    await resumeJob(await Job.open(this.console.paths, job), this.console)
  }
}
