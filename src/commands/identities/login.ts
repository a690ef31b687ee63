import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {email, secret} from '../../lib/parameters.ts'

export default operation({
  operation: 'Identity.login',
  summary: 'Check the e-mail address and password of a user',
  description: 'Signs nobody in here: for that there is commsctl login.',
  request: 'POST /identity/users/login',
  parameters: {
    email: email('--email', 'address of the user', {required: true}),
    password: secret('--password', 'password to check', {required: true}),
  },
  reply: object<{user_uuid: string}>({columns: ['user_uuid'], id: 'user_uuid'}),
  examples: [['Whose password it is', '--email reader@sunrise.example --password sandbox-reader-1 --jq .user_uuid']],
})
