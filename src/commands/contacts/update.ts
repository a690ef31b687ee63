import {wholeBody} from '../../lib/body-parameter.ts'
import {type Contact, contactDetails, contactFields} from '../../lib/contacts/contact.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import getContact from './get.ts'

export default operation({
  operation: 'Contacts.updateContact',
  summary: 'Change a contact',
  description:
    'Name only what is to change. The platform replaces the whole contact, so it is read first and your changes are laid ' +
    'over it. Lists are the exception: phone_numbers that you give replace all numbers.',
  request: 'PUT /contacts/contacts/{contact_uuid}',
  parameters: {
    contact_uuid: uuid('CONTACT', 'contact to change'),
    body: wholeBody('what to change', {fields: contactFields}),
  },
  effect: {changes: 'change the contact', replaces: true},
  current: (caller, {contact_uuid}) => caller.call(getContact, {contact_uuid}),
  reply: object<Contact>({columns: contactDetails, id: 'uuid'}),
  examples: [['Another name', '04054bac-90a6-56f3-87c9-bbed9a61146c -F name.last=Berg']],
})
