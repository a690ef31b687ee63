import {Command} from '../../lib/command.ts'
import {type Shape} from '../../lib/operation/declaration.ts'
import {printReply} from '../../lib/operation/run.ts'
import {phoneNumber, text} from '../../lib/parameters.ts'
import {inboundReply, inboundView} from '../../sandbox/outbox-view.ts'
import {withSandbox} from '../../sandbox/with-sandbox.ts'

export default class Inbound extends Command {
  static override readonly shape = {
    summary: 'Let a text from outside arrive in the sandbox',
    description:
      'It arrives in the conversation of the user who has the number. STOP, START and HELP, or what the number’s ' +
      'campaign has in their place, are answered by the campaign; whoever has said STOP gets nothing from its numbers ' +
      'until START: such messages are blocked.',
    parameters: {
      from: phoneNumber('--from', 'who writes', {required: true}),
      to: phoneNumber('--to', 'number of the sandbox that it is for', {required: true}),
      text: text('--text', 'the text; - reads standard input', {required: true}),
    },
    effect: {changes: 'receive a text'},
    reply: inboundReply,
    examples: [
      ['A patient writes', '--from +14155550142 --to +19412340003 --text "Can I come at 10?"'],
      ['A patient wants no more messages', '--from +14155550142 --to +19412340003 --text STOP'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const inbound = await this.values(Inbound.shape)
    const {receiveText} = await import('../../sandbox/messaging/inbound.ts')
    const received = await withSandbox(this.console.paths, (sandbox) => receiveText(sandbox, inbound))
    await printReply(inboundReply, inboundView(received), this.console)
  }
}
