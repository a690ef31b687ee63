import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {email} from '../../../lib/murano/services/email.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {json, secret} from '../../../lib/parameters.ts'

const {connection} = email.operations.send.arguments
/** The password has a flag of its own. */
const schema = {...connection, required: ['server', 'user']}

export default serviceOperation({
  service: email,
  operation: 'send',
  arguments: {
    to: 'TO...',
    from: '--from',
    subject: '--subject',
    text: '--text',
    html: '--html',
    cc: '--cc',
    bcc: '--bcc',
    connection: json('--connection', 'a mail server of your own: server, port, scheme (smtp or smtps) and user', {
      schema,
    }),
  },
  beside: {'connection.password': secret('--connection-password', 'password at that server', {needs: ['connection']})},
  reply: empty('Sent.'),
  examples: [
    [
      'To two people',
      `nora@clinic.example ada@sunrise.example --from monitor@clinic.example --subject Warm --text 'Look at the refrigerator.' --solution Sandpit`,
    ],
  ],
})
