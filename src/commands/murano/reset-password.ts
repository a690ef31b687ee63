import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {email} from '../../lib/parameters.ts'

export default operation({
  operation: 'Murano.key.reset',
  summary: 'Have a code mailed to set a new password of Murano with',
  description: 'To set the password with the code: commsctl murano login --code CODE --password -',
  request: {line: 'POST /key/', host: 'murano', auth: 'none', fixedBody: {source: 'reset'}},
  parameters: {email: email('EMAIL', 'e-mail address of the user')},
  effect: {changes: 'mail a code to'},
  reply: empty('A code is on its way by mail, if there is such a user.'),
  examples: [['One’s own', 'ada@sunrise.example']],
})
