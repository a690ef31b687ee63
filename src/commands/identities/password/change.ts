import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {email, secret} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.changePassword',
  summary: 'Change a password with the old one',
  request: 'POST /identity/users/change_password',
  parameters: {
    email: email('--email', 'address of the user', {required: true}),
    old_data: secret('--old-password', 'the password so far', {required: true}),
    new_data: secret('--new-password', 'the password from now on', {required: true}),
  },
  effect: {changes: 'change the password'},
  reply: empty('The password is changed.'),
  examples: [
    [
      'The password of a sandbox user',
      '--email reader@sunrise.example --old-password sandbox-reader-1 --new-password sandbox-reader-2',
    ],
  ],
})
