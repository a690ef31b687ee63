import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {date, uuid} from '../../../lib/parameters.ts'
import {type Subscription, subscriptionDetails} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.updateSubscriptionExpiresDate',
  summary: 'Move the end of a subscription',
  request: 'PUT /pubsub/subscriptions/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to extend'),
    expiration_date: date('--expiration-date', 'when it is to end', {required: true}),
  },
  effect: {changes: 'move the end of the subscription'},
  reply: object<Subscription>({columns: subscriptionDetails, id: 'subscription_uuid'}),
  examples: [['Until the end of 2031', 'd332f67c-f289-5524-8bb2-e82be21bf956 --expiration-date 2031-12-31T23:59:59Z']],
})
