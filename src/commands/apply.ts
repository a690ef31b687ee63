import {kinds} from '../kinds/kinds.ts'
import {Command} from '../lib/command.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {applyChanges} from '../lib/plan/apply-changes.ts'
import {callsOf} from '../lib/plan/calls-of.ts'
import {applyReply} from '../lib/plan/apply-reply.ts'
import {planFiles} from '../lib/plan/plan-files.ts'
import {planParameters} from '../lib/plan/plan-parameters.ts'
import {type StepOutcome} from '../lib/plan/run-plan.ts'

export default class Apply extends Command {
  static override readonly shape = {
    summary: 'Make an account what files say it is to be',
    description:
      'Does what plan shows, in the order that things depend on each other. Whatever ends it, run it again: it looks at ' +
      'what there is and does what is left, and nothing twice. What waits for a review is told, with exit 8.',
    parameters: planParameters,
    reply: applyReply,
    effect: {changes: 'apply files to account', billable: true, destructive: true},
    tool: false,
    examples: [['What plan shows', '-f account.yaml']],
  } satisfies Shape<typeof planParameters, StepOutcome>
  static override readonly calls = callsOf(kinds)

  async run(): Promise<void> {
    const asked = await this.values(Apply.shape)
    const {console} = this
    await applyChanges(await planFiles(asked, {kinds, caller: this, console}), {kinds, console})
  }
}
