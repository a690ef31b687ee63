import {type Contact, contactColumns} from '../../lib/contacts/contact.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, user} from '../../lib/parameters.ts'

export default operation({
  operation: 'Contacts.listContacts',
  summary: 'List a user’s contacts',
  description: '--filter search=TEXT finds those of whom a part of the name, or a number, begins with the text.',
  request: 'GET /contacts/users/{user_uuid}/contacts',
  parameters: {
    user_uuid: user(),
    filter: filters(['search']),
  },
  reply: list<Contact>({columns: contactColumns, id: 'uuid', noun: 'contacts'}),
  examples: [
    ['Yours', ''],
    ['Whose name begins like that', '--filter search=sol'],
    ['Whose number begins like that', '--filter search=+1415'],
  ],
})
