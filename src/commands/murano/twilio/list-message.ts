import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {twilio} from '../../../lib/murano/services/twilio.ts'
import {type TwilioMessage, messageColumns} from '../../../lib/murano/twilio-records.ts'
import {list} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: twilio,
  operation: 'listMessage',
  reply: list<TwilioMessage>({
    columns: messageColumns,
    id: 'sid',
    noun: 'messages',
    paging: 'none',
    unwrap: 'messages',
  }),
  examples: [
    ['All of the first page', '--solution clinic-monitor'],
    ['Those of a day', '--date-sent 2025-01-20 --solution clinic-monitor'],
  ],
})
