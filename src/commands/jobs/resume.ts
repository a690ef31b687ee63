import {openJob} from '../../lib/jobs/open-job.ts'
import {jobArgument} from '../../lib/jobs/job-parameters.ts'
import {ApplyJob} from '../../lib/plan/apply-job.ts'
import {Command} from '../../lib/command.ts'
import {outcomes, type Shape} from '../../lib/operation/declaration.ts'

const parameters = {job: jobArgument}

export default class Resume extends Command {
  static override readonly shape = {
    summary: 'Go on with a batch or an applied plan that was interrupted',
    description:
      'Each row is done once. Rows that were sent and of which no reply came are read back first; where that is not ' +
      'possible they stay unknown, and nothing is sent twice. Of a plan, what is left is done. The files must be as they were.',
    parameters,
    reply: outcomes({columns: [], noun: 'rows'}),
    tool: false,
    examples: [],
  } satisfies Shape

  async run(): Promise<void> {
    const {job} = await this.values(Resume.shape)
    const opened = await openJob(this.console.paths, job)
    if (opened instanceof ApplyJob) {
      const [{kinds}, {resumeApply}] = await Promise.all([
        import('../../kinds/kinds.ts'),
        import('../../lib/plan/resume-apply.ts'),
      ])
      return resumeApply(opened, {kinds, caller: this, console: this.console})
    }
    const {resumeJob} = await import('../../lib/batch/resume-job.ts')
    await resumeJob(opened, this.console)
  }
}
