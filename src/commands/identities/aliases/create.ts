import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {type Fields} from '../../../lib/schema.ts'

const fields: Fields = {
  nickname: {type: 'string', description: 'a name to go by'},
  email: {type: 'string', format: 'email'},
  sms: {type: 'string', description: 'a phone number'},
}

export default operation({
  operation: 'Identity.createAlias',
  summary: 'Add an alias to an identity',
  description: 'An alias has a nickname, an email, an sms (a phone number), or several of them.',
  request: 'POST /identity/identities/{user_uuid}/aliases',
  parameters: {
    user_uuid: uuid('USER', 'user who gets the alias'),
    body: wholeBody('the alias', {fields}),
  },
  effect: {changes: 'add an alias to the identity'},
  reply: empty('The alias is added.'),
  examples: [
    ['A nickname and a number for SMS', 'cdb115b0-99b0-5c62-8bcc-f93edb821bb6 -F nickname=ben -F sms=+19412340001'],
  ],
})
