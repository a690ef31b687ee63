import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default serviceOperation({
  service: user,
  operation: 'getUserToken',
  arguments: {email: 'EMAIL', password: secret('--password', 'their password', {required: true})},
  description: 'Prints the token, and nothing else.',
  reply: plainText(),
  examples: [['A token', 'nora@clinic.example --password sandbox-nora-1 --solution Sandpit']],
})
