import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Subscription, subscriptionDetails} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.getSubscription',
  summary: 'Show one subscription',
  description:
    'The table leaves the headers of the callback out; other formats have them where the platform sends them.',
  request: 'GET /pubsub/subscriptions/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to show'),
  },
  reply: object<Subscription>({columns: subscriptionDetails, id: 'subscription_uuid'}),
  examples: [['What it is told of', 'd332f67c-f289-5524-8bb2-e82be21bf956 --jq .events']],
})
