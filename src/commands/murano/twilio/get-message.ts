import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {type TwilioMessage, messageColumns} from '../../../lib/murano/twilio-records.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'getMessage',
  arguments: {MessageSid: 'MESSAGE'},
  reply: object<TwilioMessage>({columns: messageColumns, id: 'sid'}),
  examples: [['The request for one message', 'SM00112233445566778899aabbccddeeff --solution clinic-monitor --dry-run']],
})
