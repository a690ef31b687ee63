import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {type NextFiring} from '../../lib/scheduler/event.ts'

export default operation({
  operation: 'Scheduler.getNextEventInfo',
  summary: 'Show when an event fires next',
  request: 'GET /scheduler/events/{event_uuid}/next',
  parameters: {
    event_uuid: uuid('EVENT', 'event to look at'),
  },
  reply: object<NextFiring>({columns: ['event_uuid', 'next_datetime', 'timezone'], id: 'event_uuid'}),
  examples: [['The date alone', '25a2d82f-f8b2-5e2f-a0e2-eebc1fcfc978 --jq .next_datetime']],
})
