import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {choice, text} from '../../../lib/parameters.ts'
import {outboxReply} from '../../../sandbox/outbox-view.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List what the sandbox sent: e-mails, texts and notifications',
    description:
      'Newest first. Nothing leaves the sandbox: what it sends can be read here, with the codes and tokens in it.',
    parameters: {
      channel: choice('--channel', 'only what went this way', ['email', 'sms', 'mms', 'push']),
      to: text('--to', 'only what this address, number or device got'),
    },
    reply: outboxReply,
    examples: [
      ['All of it', ''],
      ['Texts to a number', '--channel sms --to +14155550100'],
      ['The code in the latest e-mail', "--channel email --jq '.[0].secret'"],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const filter = await this.values(List.shape)
    const {readOutbox} = await import('../../../sandbox/outbox.ts')
    const messages = await withSandbox(this.console.paths, ({store}) => readOutbox(store, filter))
    await printRows(outboxReply, messages, this.flags, this.console)
  }
}
