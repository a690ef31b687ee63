import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {date, json, text, user} from '../../lib/parameters.ts'
import {eventDetails, type ScheduledEvent} from '../../lib/scheduler/event.ts'
import {frequencySchema, notificationSchema, triggerSchema} from '../../lib/scheduler/event-fields.ts'

export default operation({
  operation: 'Scheduler.scheduleEvent',
  summary: 'Schedule an event',
  description:
    'It fires once, or again and again as --frequency says, in the time of its time zone. --trigger starts a workflow ' +
    'then, --notification tells subscribers. Without --start-datetime, the service chooses when it begins.',
  request: {line: 'POST /scheduler/events', fixedBody: {status: 'active'}},
  parameters: {
    user_uuid: user(),
    start_datetime: date('--start-datetime', 'when it fires first, at least a minute ahead'),
    timezone: text('--timezone', 'IANA name of the time zone', {default: 'America/New_York', valueName: 'ZONE'}),
    title: text('--title', 'what it is called', {required: true}),
    description: text('--description', 'what it is for', {required: true}),
    frequency: json('--frequency', 'how often it fires', {default: {type: 'once'}, schema: frequencySchema}),
    trigger: json('--trigger', 'what happens when it fires', {schema: triggerSchema}),
    notification: json('--notification', 'who is told when it fires', {schema: notificationSchema}),
    metadata: json('--metadata', 'data of your own', {schema: {type: 'object'}}),
    type: text('--type', 'a kind of your own'),
  },
  effect: {changes: 'schedule an event for'},
  reply: object<ScheduledEvent>({columns: eventDetails, id: 'uuid'}),
  examples: [
    ['Once, as soon as can be', '--title Recall --description "Call those who did not come"'],
    [
      'Every Tuesday and Thursday at nine, in Sarasota',
      '--title Report --description "Weekly figures" --start-datetime 2031-01-07T09:00:00-05:00 --frequency \'{"type": "week", "day_of_week": ["tuesday", "thursday"]}\'',
    ],
    [
      'A workflow on the last day of each month',
      '--title Bills --description "Month’s end" --start-datetime 2031-01-31T18:00:00-05:00 --frequency \'{"type": "month", "day_of_month": -1}\' --trigger \'{"type": "workflow", "workflow_uuid": "89968643-2e71-518f-aabb-df1ae9c36deb", "parameters": {"x": "1", "y": "2"}}\'',
    ],
  ],
})
