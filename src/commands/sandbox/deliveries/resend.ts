import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {uuid} from '../../../lib/parameters.ts'
import {deliveryReply, deliveryView} from '../../../sandbox/pubsub/delivery-view.ts'
import {mustFindDelivery} from '../../../sandbox/pubsub/find-delivery.ts'
import {sendAgain} from '../../../sandbox/pubsub/send-again.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Resend extends Command {
  static override readonly shape = {
    summary: 'Send an event to its subscriber once more',
    description: 'It is tried at once, whatever became of it before; if it fails, as often as a new one.',
    parameters: {
      delivery: uuid('DELIVERY', 'delivery to repeat'),
    },
    reply: deliveryReply,
    effect: {changes: 'send the event again'},
    examples: [['One that did not arrive', 'add4d32f-da77-591f-833c-87c56589214e']],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {delivery} = await this.values(Resend.shape)
    const sent = await withSandbox(this.console.paths, async (sandbox) => {
      await sendAgain(sandbox, mustFindDelivery(sandbox, delivery).uuid)
      return mustFindDelivery(sandbox, delivery)
    })
    await printReply(deliveryReply, deliveryView(sent), this.console)
  }
}
