import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Subscription, subscriptionDetails} from '../../../lib/pubsub/subscription.ts'
import {subscriptionFields} from '../../../lib/pubsub/subscription-fields.ts'
import getSubscription from './get.ts'

export default operation({
  operation: 'Pubsub.updateSubscription',
  summary: 'Change a subscription',
  description: 'Name only what is to change: the rest stays. To take up a suspended one again: -F suspended=0.',
  request: 'PUT /pubsub/subscriptions/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to change'),
    body: wholeBody('what to change', {fields: subscriptionFields}),
  },
  effect: {changes: 'change the subscription'},
  current: (caller, {subscription_uuid}) => caller.call(getSubscription, {subscription_uuid}),
  reply: object<Subscription>({columns: subscriptionDetails, id: 'subscription_uuid'}),
  examples: [
    ['Take up a suspended one again', 'c7615c4b-a000-5851-96e3-3add56880a0b -F suspended=0'],
    ['Another address', 'd332f67c-f289-5524-8bb2-e82be21bf956 -F callback.url=http://127.0.0.1:4021/events'],
  ],
})
