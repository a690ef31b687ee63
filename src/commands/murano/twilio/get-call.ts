import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {type TwilioCall, callColumns} from '../../../lib/murano/twilio-records.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'getCall',
  arguments: {CallSid: 'CALL'},
  reply: object<TwilioCall>({columns: callColumns, id: 'sid'}),
  examples: [['The request for one call', 'CA00112233445566778899aabbccddeeff --solution clinic-monitor --dry-run']],
})
