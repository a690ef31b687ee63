import {callsOf as callsOfCommand, refuseOther} from '../../lib/batch/resume-job.ts'
import {CliError} from '../../lib/errors.ts'
import {type AnyJob, openJob} from '../../lib/jobs/open-job.ts'
import {jobArgument} from '../../lib/jobs/job-parameters.ts'
import {cancelJob} from '../../lib/jobs/cancel-job.ts'
import {settleEntries} from '../../lib/journal/settle-entries.ts'
import {ApplyJob} from '../../lib/plan/apply-job.ts'
import {callsOf} from '../../lib/plan/calls-of.ts'
import {Command} from '../../lib/command.ts'
import {empty, type Shape} from '../../lib/operation/declaration.ts'

export default class Cancel extends Command {
  static override readonly shape = {
    summary: 'Give a batch or an applied plan up: what is not done stays undone',
    description:
      'One that is running is stopped as Ctrl-C does it: requests under way are waited for no longer. What came of them is ' +
      'read back for the ledger, where the service can be asked.',
    parameters: {job: jobArgument},
    effect: {changes: 'cancel job'},
    reply: empty('The job is cancelled.'),
    tool: false,
    examples: [],
  } satisfies Shape

  async run(): Promise<void> {
    const {job} = await this.values(Cancel.shape)
    const opened = await openJob(this.console.paths, job)
    await cancelJob(opened, this.console)
    await this.#settle(opened)
    await this.console.printer.empty(Cancel.shape.reply.done)
  }

  /** It is cancelled, whether the service can be asked or not. */
  async #settle(job: AnyJob): Promise<void> {
    try {
      refuseOther(job.order, this.console)
      await settleEntries(job.order.id, await this.#callsOf(job), this.console)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
    }
  }

  async #callsOf(job: AnyJob) {
    if (job instanceof ApplyJob) return callsOf((await import('../../kinds/kinds.ts')).kinds)
    return callsOfCommand(job.order, this.console.program)
  }
}
