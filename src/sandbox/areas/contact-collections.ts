import {contacts} from '../contacts.ts'
import {loadable} from '../loading/loadable.ts'
import {free, id, things} from '../loading/schemas.ts'
import {identities} from '../records.ts'

/** Users' address books, whatever contacts hold. */
export const contactCollections = {
  contacts: loadable(contacts, {
    types: {uuid: id, user_uuid: id, name: free, phone_numbers: things},
    required: ['user_uuid'],
    refers: {user_uuid: identities},
  }),
}
