import {Command} from '../../../lib/command.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {choice, uuid} from '../../../lib/parameters.ts'
import {deliveries, deliveryStates} from '../../../sandbox/pubsub/deliveries.ts'
import {deliveriesReply, deliveryView} from '../../../sandbox/pubsub/delivery-view.ts'
import {withSandbox} from '../../../sandbox/with-sandbox.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List the events that were sent to subscribers, latest first',
    parameters: {
      subscription: uuid('--subscription', 'subscription that they belong to'),
      state: choice('--state', 'what became of them', deliveryStates),
    },
    reply: deliveriesReply,
    examples: [
      ['All of them', ''],
      ['Those that did not arrive', '--state failed'],
    ],
    online: false,
  } satisfies Shape

  async run(): Promise<void> {
    const {subscription, state} = await this.values(List.shape)
    const where = {
      ...(subscription !== undefined && {subscription_uuid: subscription}),
      ...(state !== undefined && {state}),
    }
    const found = await withSandbox(this.console.paths, ({store}) => store.collection(deliveries).find({where}))
    await printRows(deliveriesReply, found.reverse().map(deliveryView), this.flags, this.console)
  }
}
