import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {variants} from '../../../lib/operation/variants.ts'
import {account, filters, user} from '../../../lib/parameters.ts'
import {type Subscription, subscriptionColumns} from '../../../lib/pubsub/subscription.ts'

const reply = list<Subscription>({columns: subscriptionColumns, id: 'subscription_uuid', noun: 'subscriptions'})

const request = 'GET /pubsub/subscriptions'

const visible = operation({
  operation: 'Pubsub.listSubscriptions',
  summary: 'List subscriptions',
  request,
  parameters: {
    filter: filters([], {others: 'here'}),
  },
  reply,
  examples: [['Those that were suspended', '--filter suspended=1']],
})

export const subscriptionsOfAccount = operation({
  operation: 'Pubsub.listAccountSubscriptions',
  summary: 'List the subscriptions of an account',
  request,
  parameters: {
    account_uuid: account(),
    filter: filters([], {others: 'here'}),
  },
  reply,
  examples: [['Those of one account', '--account ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d']],
})

const ofUser = operation({
  operation: 'Pubsub.listUserSubscriptions',
  summary: 'List the subscriptions of a user',
  request,
  parameters: {
    user_uuid: user(),
  },
  reply,
  examples: [['Those of one user', '--user eb296a99-5e24-5d6d-bcfc-af60222222f4']],
})

export default variants(visible, {'--account': subscriptionsOfAccount, '--user': ofUser})
