import {contactFields} from '../../lib/contacts/contact.ts'
import {contacts} from '../contacts.ts'
import {loadable} from '../loading/loadable.ts'
import {id} from '../loading/schemas.ts'
import {identities} from '../records.ts'

/** Users' address books. Beside the fields that are known, contacts may have any. */
export const contactCollections = {
  contacts: loadable(contacts, {
    types: {uuid: id, user_uuid: id, ...contactFields},
    required: ['user_uuid'],
    refers: {user_uuid: identities},
  }),
}
