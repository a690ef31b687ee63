import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {account, boolean, date, url, user} from '../../../lib/parameters.ts'
import {type Subscription, subscriptionDetails} from '../../../lib/pubsub/subscription.ts'
import {callbackHeaders, criteria, platformEvents} from '../../../lib/pubsub/subscription-parameters.ts'

export default operation({
  operation: 'Pubsub.addSubscription',
  summary: 'Subscribe a callback URL to platform events',
  description:
    'Events are posted to the URL as JSON, with the headers that you give. With several --criteria, an event must match ' +
    'one of them. The sandbox delivers to addresses of this machine only.',
  request: 'POST /pubsub/subscriptions',
  parameters: {
    user_uuid: user(),
    account_uuid: account(),
    'callback.url': url('--callback-url', 'where events are posted to', {required: true}),
    'callback.headers': callbackHeaders(),
    'callback.keep_alive': boolean('--keep-alive', 'do not suspend it when the subscriber cannot be reached', {
      default: false,
    }),
    events: platformEvents('--event'),
    criteria: criteria(),
    expiration_date: date('--expiration-date', 'when the subscription ends; never if left out'),
  },
  effect: {changes: 'subscribe to events'},
  reply: object<Subscription>({columns: subscriptionDetails, id: 'subscription_uuid'}),
  examples: [
    [
      'Messages of your own',
      '--callback-url http://127.0.0.1:4020/hooks --event messaging=conversation_message_sent --event messaging=conversation_message_blocked',
    ],
    [
      'Changed properties of one user, until the end of 2030',
      '--callback-url http://127.0.0.1:4020/hooks --event identity=identity_property_change --criteria \'{"user_uuid": "cdb115b0-99b0-5c62-8bcc-f93edb821bb6"}\' --expiration-date 2030-12-31',
    ],
  ],
})
