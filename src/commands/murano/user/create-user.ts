import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {user} from '../../../lib/murano/services/user.ts'
import {plainText} from '../../../lib/operation/declaration.ts'
import {secret} from '../../../lib/parameters.ts'

export default serviceOperation({
  service: user,
  operation: 'createUser',
  arguments: {email: 'EMAIL', name: '--name', password: secret('--password', 'their password', {required: true})},
  description: 'Prints a code; commsctl murano user activate-user CODE ends the registration.',
  reply: plainText(),
  examples: [
    [
      'Then activate them with the code that it prints',
      `sam@clinic.example --name 'Sam Bell' --password secret-sam-1 --solution Sandpit`,
    ],
  ],
})
