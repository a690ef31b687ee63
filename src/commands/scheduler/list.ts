import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'
import {eventColumns, type ScheduledEvent} from '../../lib/scheduler/event.ts'

export default operation({
  operation: 'Scheduler.listEvents',
  summary: 'List scheduled events, newest first',
  request: 'GET /scheduler/events',
  parameters: {
    filter: filters(['title', 'status', 'type', 'user_uuid']),
  },
  reply: list<ScheduledEvent>({columns: eventColumns, id: 'uuid', noun: 'events'}),
  examples: [
    ['All of them', '--all'],
    ['Those of one user', '--filter user_uuid=eb296a99-5e24-5d6d-bcfc-af60222222f4'],
  ],
})
