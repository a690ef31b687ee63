import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'
import {type Firing, firingColumns} from '../../lib/scheduler/event.ts'

export default operation({
  operation: 'Scheduler.listEventsHistory',
  summary: 'List when events have fired',
  request: 'GET /scheduler/events/history',
  parameters: {
    filter: filters(['event_uuid', 'status']),
  },
  reply: list<Firing>({columns: firingColumns, id: 'uuid', noun: 'firings'}),
  examples: [
    ['All of them', '--all'],
    ['Those of one event', '--filter event_uuid=88dcddac-8048-5c5e-be89-5b50b01fe574'],
  ],
})
