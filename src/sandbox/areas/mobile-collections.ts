import {randomBytes, randomUUID} from 'node:crypto'
import {platforms} from '../../lib/mobile/registration.ts'
import {loadable} from '../loading/loadable.ts'
import {id, text} from '../loading/schemas.ts'
import {pushRegistrations, registrationId} from '../push-registrations.ts'
import {identities} from '../records.ts'

/** What of the mobile notification service can be loaded. Push tokens are in no dump; a file may give one. */
export const mobileCollections = {
  registrations: loadable(pushRegistrations, {
    fields: {
      ...{id: text, user_uuid: id, device_id: text, application: text, platform: {enum: platforms}},
      push_token: text,
    },
    required: ['user_uuid', 'device_id', 'application'],
    defaults: () => ({platform: 'android' as const, push_token: randomBytes(24).toString('base64url')}),
    complete: ({id: known, push_token = randomUUID()}) => ({id: known ?? registrationId(push_token)}),
    refers: {user_uuid: identities},
    hidden: ['push_token'],
  }),
}
