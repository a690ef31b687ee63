import {type Contact, contactDetails} from '../../lib/contacts/contact.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Contacts.getContact',
  summary: 'Show one contact',
  request: 'GET /contacts/contacts/{contact_uuid}',
  parameters: {
    contact_uuid: uuid('CONTACT', 'contact to show'),
  },
  reply: object<Contact>({columns: contactDetails, id: 'uuid'}),
  examples: [['With all of its fields', '04054bac-90a6-56f3-87c9-bbed9a61146c -o json']],
})
