import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {type InputReader} from '../../lib/input/read-value.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printRows} from '../../lib/operation/print-rows.ts'
import {account, choice, user} from '../../lib/parameters.ts'
import {platformEvents, serviceOf} from '../../lib/pubsub/platform-events.ts'
import {deliveriesReply, deliveryView} from '../../sandbox/pubsub/delivery-view.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

const named = choice('EVENT', 'event to deliver, as NAME or SERVICE=NAME', Object.values(platformEvents).flat())

export default class Trigger extends Command {
  static override readonly shape = {
    summary: 'Have the sandbox deliver an event to its subscribers',
    description:
      'It tells of something that the sandbox has: a number, a message, the user. Nothing of that changes. A sandbox that ' +
      'is served with commsctl sandbox serve is the same one.',
    parameters: {
      event: {...named, check: (typed: string, input: InputReader) => named.check(nameIn(typed), input)},
      user_uuid: user(),
      account_uuid: account(),
    },
    effect: {changes: 'deliver an event'},
    reply: {...deliveriesReply, noun: 'subscribers'},
    examples: [['A number was provisioned', 'number_provisioned']],
  } satisfies Shape

  async run(): Promise<void> {
    // What was typed is looked at wherever it leads.
    await this.values(Trigger.shape, {partial: true})
    const {profile} = this.console.settings
    if (profile?.embedded !== true) throw notHere(profile?.name)
    const {event, ...concerned} = await this.values(Trigger.shape)
    const {trigger} = await import('../../sandbox/pubsub/trigger.ts')
    const sent = await withSandbox(this.console.paths, (sandbox) => trigger(sandbox, event, concerned))
    await printRows(Trigger.shape.reply, sent.map(deliveryView), this.flags, this.console)
  }
}

/** Elsewhere events are named with their service; the name alone is that of one. */
function nameIn(typed: string): string {
  const [service, name = typed] = typed.split('=')
  return (serviceOf(name) ?? service) === service ? name : typed
}

function notHere(profile: string | undefined) {
  const subject = profile === undefined ? 'These settings lead' : `The profile “${profile}” leads`
  return usageError(`${subject} to a platform that delivers events only when they happen.`, {
    code: 'sandbox-only',
    hint: 'Try it in the sandbox: commsctl pubsub trigger EVENT --profile sandbox',
  })
}
