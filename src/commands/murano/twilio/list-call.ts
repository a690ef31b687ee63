import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {type TwilioCall, callColumns} from '../../../lib/murano/twilio-records.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'listCall',
  reply: list<TwilioCall>({columns: callColumns, id: 'sid', noun: 'calls', paging: 'none', unwrap: 'calls'}),
  examples: [
    ['All of the first page', '--solution clinic-monitor'],
    ['Those that are under way', '--status in-progress --solution clinic-monitor'],
  ],
})
