import {type JsonObject} from '../../../lib/client/wire.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {date, jsons, texts, url, uuid} from '../../../lib/parameters.ts'
import {type CustomSubscription, customSubscriptionColumns} from '../../../lib/pubsub/subscription.ts'
import {criterionSchema} from '../../../lib/pubsub/subscription-fields.ts'
import {callbackHeaders} from '../../../lib/pubsub/subscription-parameters.ts'

export default operation({
  operation: 'Pubsub.addCustomEventSubscription',
  summary: 'Subscribe a callback URL to a custom application’s events',
  description:
    'The user goes along as the callback’s first header, x-user-uuid, unless you give a header of that name yourself.',
  request: 'POST /pubsub/customevents',
  parameters: {
    app_uuid: uuid('--app', 'custom application whose events are posted', {required: true}),
    'callback.url': url('--callback-url', 'where events are posted to', {required: true}),
    'callback.headers[0].x-user-uuid': uuid('--user', 'user whose subscription it is', {required: true}),
    events: texts('--event', 'name of an event; all if left out (repeat for more)'),
    criteria: jsons('--criteria', 'what an event must have (repeat for more)', {schema: criterionSchema}),
    expiration_date: date('--expiration-date', 'when the subscription ends; never if left out'),
    'callback.headers': callbackHeaders({spread: afterTheUser}),
  },
  effect: {changes: 'subscribe to events'},
  reply: object<CustomSubscription>({columns: customSubscriptionColumns, id: 'uuid'}),
  examples: [
    [
      'Check-ins at the front desk',
      '--app 2c59d2dd-0234-5699-81cc-1aa87185dcff --user eb296a99-5e24-5d6d-bcfc-af60222222f4 --callback-url http://127.0.0.1:4020/front-desk --event checked_in',
    ],
  ],
})

/** More headers behind the one for the user; all in its place when one of them is for the user. */
function afterTheUser(headers: readonly JsonObject[]): JsonObject {
  const namesUser = headers.some((header) => Object.keys(header).some((name) => name.toLowerCase() === 'x-user-uuid'))
  if (namesUser) return {'callback.headers': [...headers]}
  return Object.fromEntries(headers.map((header, at) => [`callback.headers[${at + 1}]`, header]))
}
