import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type CustomSubscription, customSubscriptionColumns} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.listCustomSubscriptions',
  summary: 'List custom subscriptions',
  description: 'The service does not know whose they are: with --user, all are fetched and compared by their headers.',
  request: 'GET /pubsub/customevents',
  parameters: {
    appUUID: uuid('--app', 'custom application that they belong to'),
    user_uuid: uuid('--user', 'user whose they are', {in: 'local', keeps: 'x-user-uuid'}),
  },
  reply: list<CustomSubscription>({columns: customSubscriptionColumns, id: 'uuid', noun: 'subscriptions'}),
  examples: [
    ['All that you may see', ''],
    ['Those of one user', '--user eb296a99-5e24-5d6d-bcfc-af60222222f4'],
  ],
})
