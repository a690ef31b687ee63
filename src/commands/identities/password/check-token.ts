import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Identity.validatePasswordToken',
  summary: 'Show whose password a reset token is for',
  description: 'The e-mail address is null when the token has expired.',
  request: 'GET /identity/users/password-tokens/{password_token}',
  parameters: {
    password_token: text('TOKEN', 'token out of the e-mail; - reads it from standard input'),
  },
  reply: object<{email: string | null}>({columns: ['email']}),
  examples: [['The request that it makes', 'TOKEN --dry-run']],
})
