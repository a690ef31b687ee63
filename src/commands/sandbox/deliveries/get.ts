import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {uuid} from '../../../lib/parameters.ts'
import {deliveryReply, deliveryView} from '../../../sandbox/pubsub/delivery-view.ts'
import {mustFindDelivery} from '../../../sandbox/pubsub/find-delivery.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: 'Show what was sent to a subscriber, and each attempt',
    parameters: {
      delivery: uuid('DELIVERY', 'delivery to show'),
    },
    reply: deliveryReply,
    examples: [
      ['Everything about it', 'add4d32f-da77-591f-833c-87c56589214e'],
      ['What the subscriber was to get', 'add4d32f-da77-591f-833c-87c56589214e --jq .body'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {delivery} = await this.values(Get.shape)
    const found = await withSandbox(this.console.paths, (sandbox) => mustFindDelivery(sandbox, delivery))
    await printReply(deliveryReply, deliveryView(found), this.console)
  }
}
