import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {shownBy} from '../../lib/operation/consequences.ts'
import getContact from './get.ts'

export default operation({
  operation: 'Contacts.deleteContact',
  summary: 'Delete a contact',
  request: 'DELETE /contacts/contacts/{contact_uuid}',
  parameters: {
    contact_uuid: uuid('CONTACT', 'contact to delete'),
  },
  effect: {changes: 'delete the contact', destructive: true},
  consequences: shownBy(getContact),
  reply: empty('The contact is deleted.'),
  examples: [['Somebody who has moved away', '5142627d-dafd-5d69-9985-59e456545939']],
})
