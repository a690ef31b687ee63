import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {email, text} from '../../lib/parameters.ts'

export default operation({
  operation: 'Murano.key.signup',
  summary: 'Sign up with Murano: a code is mailed',
  description: 'To set a password with the code: commsctl murano login --code CODE --password -',
  request: {line: 'POST /key/', host: 'murano', auth: 'none', fixedBody: {source: 'signup'}},
  parameters: {
    email: email('EMAIL', 'e-mail address of the new user'),
    name: text('--name', 'name of the new user', {required: true}),
    company: text('--company', 'company of the new user'),
  },
  effect: {changes: 'sign up'},
  reply: empty('A code is on its way by mail.'),
  examples: [['A new user', "eve@example.com --name 'Eve Adler'"]],
})
