import {kinds} from '../kinds/kinds.ts'
import {Command} from '../lib/command.ts'
import {checkAmount} from '../lib/input/checks.ts'
import {type Shape} from '../lib/operation/declaration.ts'
import {text} from '../lib/parameters.ts'
import {applyChanges} from '../lib/plan/apply-changes.ts'
import {callsOf} from '../lib/plan/calls-of.ts'
import {applyReply} from '../lib/plan/apply-reply.ts'
import {planFiles} from '../lib/plan/plan-files.ts'
import {planParameters} from '../lib/plan/plan-parameters.ts'
import {type StepOutcome} from '../lib/plan/run-plan.ts'

const parameters = {
  ...planParameters,
  max_cost: text('--max-cost', 'send nothing when all changes together cost more', {in: 'local', valueName: 'AMOUNT'}),
}

export default class Apply extends Command {
  static override readonly shape = {
    summary: 'Make an account what files say it is to be',
    description:
      'Does what plan shows, in the order that things depend on each other. Whatever ends it, run it again: it looks at ' +
      'what there is and does what is left, and nothing twice. What waits for a review is told, with exit 8.',
    parameters,
    reply: applyReply,
    effect: {changes: 'apply files to account', billable: true, destructive: true},
    tool: false,
    examples: [['What plan shows', '-f account.yaml']],
  } satisfies Shape<typeof parameters, StepOutcome>
  static override readonly calls = callsOf(kinds)

  async run(): Promise<void> {
    const {max_cost: typed, ...asked} = await this.values(Apply.shape)
    const {console} = this
    const mostCost = typed === undefined ? undefined : checkAmount(typed, '--max-cost')
    await applyChanges(await planFiles(asked, {kinds, caller: this, console}), {kinds, console, mostCost})
  }
}
