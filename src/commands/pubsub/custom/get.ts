import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type CustomSubscription, customSubscriptionColumns} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.getCustomSubscription',
  summary: 'Show one custom subscription',
  request: 'GET /pubsub/customevents/{subscription_uuid}',
  parameters: {
    subscription_uuid: uuid('SUBSCRIPTION', 'subscription to show'),
  },
  reply: object<CustomSubscription>({columns: [...customSubscriptionColumns, 'criteria'], id: 'uuid'}),
  examples: [['Where events go', '15645e68-7569-5c59-97e3-21d305acb267']],
})
