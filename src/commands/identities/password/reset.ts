import {wholeBody} from '../../../lib/body-parameter.ts'
import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'
import {type Fields} from '../../../lib/schema.ts'

const fields: Fields = {
  email: {type: 'string', format: 'email'},
  password: {type: 'string', description: 'the new password'},
}

export default operation({
  operation: 'Identity.resetPassword',
  summary: 'Set a new password with a reset token',
  description:
    'Keep the password off the command line: -F password=@FILE reads it from a file, -F password=- from standard input.',
  request: 'PUT /identity/users/password-tokens/{password_token}',
  parameters: {
    password_token: text('TOKEN', 'token out of the e-mail; - reads it from standard input'),
    body: wholeBody('e-mail address and new password', {fields, required: ['email', 'password']}),
  },
  effect: {changes: 'set the password', idempotent: false},
  reply: empty('The password is set.', {pending: true}),
  examples: [
    ['The request that it makes', 'TOKEN -F email=reader@sunrise.example -F password=sandbox-reader-2 --dry-run'],
  ],
})
