import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getSubscription from './get.ts'

export default operation({
  operation: 'Pubsub.deleteSubscription',
  summary: 'Delete a subscription',
  request: 'DELETE /pubsub/subscriptions/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to delete'),
  },
  effect: {changes: 'delete the subscription', destructive: true},
  consequences: shownBy(getSubscription),
  reply: empty('The subscription is deleted.'),
  examples: [['A suspended one', 'c7615c4b-a000-5851-96e3-3add56880a0b']],
})
