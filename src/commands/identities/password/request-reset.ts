import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {email} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.generatePasswordToken',
  summary: 'Mail a user a token to reset the password with',
  request: 'POST /identity/users/password-tokens',
  parameters: {
    email: email('--email', 'address of the user', {required: true}),
  },
  effect: {changes: 'mail a token to reset the password'},
  reply: empty('The token is on its way by e-mail.', {pending: true}),
  examples: [['A user who cannot sign in', '--email reader@sunrise.example']],
})
