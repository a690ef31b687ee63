import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getSubscription from './get.ts'

export default operation({
  operation: 'Pubsub.deleteCustomSubscription',
  summary: 'Delete a custom subscription',
  request: 'DELETE /pubsub/customevents/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to delete'),
  },
  effect: {changes: 'delete the subscription', destructive: true},
  consequences: shownBy(getSubscription),
  reply: empty('The subscription is deleted.'),
  examples: [['One of a fresh sandbox', '15645e68-7569-5c59-97e3-21d305acb267']],
})
