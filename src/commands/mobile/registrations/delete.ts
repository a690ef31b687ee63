import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Mobile.unregisterPushToken',
  summary: 'Remove a device from those that get push notifications',
  request: 'DELETE /mobilenotification/registration/{push_token}',
  parameters: {
    push_token: text('PUSH_TOKEN', 'token that the device was registered with; - reads standard input'),
  },
  effect: {changes: 'remove a registration', disruptive: true},
  reply: empty('The device gets no more notifications.'),
  examples: [['A phone of a fresh sandbox', 'sandbox-push-token-1']],
})
