import {wholeBody} from '../../lib/body-parameter.ts'
import {type Contact, contactDetails, contactFields} from '../../lib/contacts/contact.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {user} from '../../lib/parameters.ts'

export default operation({
  operation: 'Contacts.createUserContact',
  summary: 'Create a contact for a user',
  description:
    'Besides the name and the numbers, a contact may have any fields. For many there is commsctl contacts import.',
  request: 'POST /contacts/users/{user_uuid}/contacts',
  parameters: {
    user_uuid: user(),
    body: wholeBody('the contact', {fields: contactFields}),
  },
  effect: {changes: 'create a contact for'},
  reply: object<Contact>({columns: contactDetails, id: 'uuid'}),
  examples: [
    [
      'With a number to call',
      '-F name.first=Ada -F name.last=Lund -F "phone_numbers[0].number=+14155550100" -F "phone_numbers[0].type=Home" -F "phone_numbers[0].preferred=true"',
    ],
  ],
})
