import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {eventDetails, type ScheduledEvent} from '../../lib/scheduler/event.ts'

export default operation({
  operation: 'Scheduler.getEvent',
  summary: 'Show one scheduled event',
  request: 'GET /scheduler/events/{event_uuid}',
  parameters: {
    event_uuid: uuid('EVENT', 'event to show'),
  },
  reply: object<ScheduledEvent>({columns: eventDetails, id: 'uuid'}),
  examples: [['How often it fires', '25a2d82f-f8b2-5e2f-a0e2-eebc1fcfc978 --jq .frequency']],
})
