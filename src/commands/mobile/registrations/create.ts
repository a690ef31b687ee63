import {platforms, type Registration, registrationColumns} from '../../../lib/mobile/registration.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, secret, text, user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Mobile.registerPushToken',
  summary: 'Register a device for push notifications',
  request: 'POST /mobilenotification/registration',
  parameters: {
    user_uuid: user(),
    device_id: text('--device-id', 'what you call the device', {required: true}),
    push_token: secret('--push-token', 'token that the device got from its maker', {required: true}),
    application: text('--application', 'application on the device', {required: true}),
    platform: choice('--platform', 'kind of the device', platforms, {required: true}),
  },
  effect: {changes: 'register a device of'},
  reply: object<Registration>({columns: registrationColumns, id: 'device_id'}),
  examples: [['A phone', '--device-id pixel-9 --push-token TOKEN --application com.example.desk --platform android']],
})
