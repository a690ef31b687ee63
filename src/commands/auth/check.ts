import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {account, text, texts, user} from '../../lib/parameters.ts'

export default operation({
  operation: 'Auth.authorizeUserByAccount',
  summary: 'Tell whether a user may do an action in an account',
  description: 'Exits with 0 when the user may do all of the actions, and with 4 when not.',
  request: 'POST /auth/users/{user_uuid}/authorize',
  parameters: {
    user_uuid: user(),
    account_uuid: account(),
    resource_type: text('--resource-type', 'kind of resource, as auth permissions list has it', {required: true}),
    action: texts('--action', 'what is to be done: create, read, update, delete (repeat for more)', {required: true}),
  },
  reply: empty('The user may do it.'),
  examples: [
    ['Whether you may send texts', '--resource-type sms --action create'],
    [
      'Whether somebody may see identities',
      '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6 --resource-type identity --action read',
    ],
  ],
})
