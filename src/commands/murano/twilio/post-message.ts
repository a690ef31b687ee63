import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {type TwilioMessage, messageColumns} from '../../../lib/murano/twilio-records.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'postMessage',
  arguments: {To: 'TO', From: '--from'},
  description: 'Twilio charges for messages. It needs --body or --media-url.',
  reply: object<TwilioMessage>({columns: messageColumns, id: 'sid'}),
  examples: [
    ['A text', `+19415550100 --from +19415550199 --body 'The refrigerator is warm.' --solution clinic-monitor`],
  ],
})
