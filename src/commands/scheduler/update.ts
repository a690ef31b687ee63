import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {uuid} from '../../lib/parameters.ts'
import {eventDetails, type ScheduledEvent} from '../../lib/scheduler/event.ts'
import {eventFields} from '../../lib/scheduler/event-fields.ts'
import getEvent from './get.ts'

export default operation({
  operation: 'Scheduler.updateEvent',
  summary: 'Change a scheduled event',
  description:
    'Name only what is to change: the platform replaces the whole event, so it is read first and your changes are laid ' +
    'over it. An event that has fired fires again when it gets a start that lies ahead.',
  request: 'PUT /scheduler/events/{event_uuid}',
  parameters: {
    event_uuid: uuid('EVENT', 'event to change'),
    body: wholeBody('what to change', {fields: eventFields}),
  },
  effect: {changes: 'change the event', replaces: true},
  current: (caller, {event_uuid}) => caller.call(getEvent, {event_uuid}),
  reply: object<ScheduledEvent>({columns: eventDetails, id: 'uuid'}),
  examples: [
    ['Another title', '25a2d82f-f8b2-5e2f-a0e2-eebc1fcfc978 -F title="Weekly figures"'],
    [
      'Let one that has fired fire again',
      '88dcddac-8048-5c5e-be89-5b50b01fe574 -F start_datetime=2031-03-01T09:00:00-05:00',
    ],
  ],
})
