import {type Registration, registrationColumns} from '../../../lib/mobile/registration.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Mobile.getUserRegistrations',
  summary: 'List the devices that get a user’s push notifications',
  description: 'The table leaves push tokens out; other formats have them.',
  request: 'GET /mobilenotification/registration',
  parameters: {
    user_uuid: user(),
  },
  reply: list<Registration>({columns: registrationColumns, id: 'device_id', noun: 'registrations'}),
  examples: [
    ['Your devices', ''],
    ['Those of another user', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
