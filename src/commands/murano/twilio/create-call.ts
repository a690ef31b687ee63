import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {record} from '../../../lib/murano/special-arguments.ts'
import {type TwilioCall, callColumns} from '../../../lib/murano/twilio-records.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'createCall',
  arguments: {To: 'TO', From: '--from', Timeout: '--ring-timeout', Record: record},
  description: 'Twilio charges for calls. It needs --url or --application-sid, which say what is spoken.',
  reply: object<TwilioCall>({columns: callColumns, id: 'sid'}),
  examples: [
    ['With TwiML', '+19415550100 --from +19415550199 --url https://example.com/hello.xml --solution clinic-monitor'],
  ],
})
