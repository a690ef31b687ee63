import {type Notification, notificationColumns} from '../../lib/mobile/registration.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {json, text, texts, user} from '../../lib/parameters.ts'

export default operation({
  operation: 'Mobile.sendPushNotification',
  summary: 'Send a push notification',
  request: 'POST /mobilenotification/notification',
  parameters: {
    application: text('--application', 'application on the devices', {required: true}),
    user_uuid: user(),
    device_ids: texts('--device', 'device that is to get it, as mobile registrations list shows it (repeat for more)', {
      required: true,
    }),
    title: text('--title', 'its first line'),
    message: text('--message', 'what it says; - reads standard input'),
    data: json('--data', 'what the application gets with it', {schema: {type: 'object'}}),
    platform_specific_data: json('--platform-data', 'what only Android or iOS looks at', {schema: {type: 'object'}}),
  },
  effect: {changes: 'send a notification to'},
  reply: object<Notification>({columns: notificationColumns, id: 'uuid'}),
  examples: [
    ['To a phone', '--application com.example.desk --device pixel-7 --title "Front desk" --message "Room 2 is free."'],
    [
      'With data for the application',
      '--application com.example.desk --device pixel-7 --message "New booking" --data \'{"booking": 17}\'',
    ],
  ],
})
