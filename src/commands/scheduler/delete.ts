import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {shownBy} from '../../lib/operation/consequences.ts'
import getEvent from './get.ts'

export default operation({
  operation: 'Scheduler.deleteEvent',
  summary: 'Delete a scheduled event',
  request: 'DELETE /scheduler/events/{event_uuid}',
  parameters: {
    event_uuid: uuid('EVENT', 'event to delete'),
  },
  effect: {changes: 'delete the event', destructive: true},
  consequences: shownBy(getEvent),
  reply: empty('The event is deleted.'),
  examples: [['One that has fired', '88dcddac-8048-5c5e-be89-5b50b01fe574']],
})
