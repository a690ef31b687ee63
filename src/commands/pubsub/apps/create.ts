import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, text, texts, uuid} from '../../../lib/parameters.ts'
import {applicationColumns, type CustomApplication} from '../../../lib/pubsub/subscription.ts'

export default operation({
  operation: 'Pubsub.createCustomApplication',
  summary: 'Create a custom application and its events',
  description: 'You choose its uuid; uuidgen makes one.',
  request: 'POST /pubsub/applications',
  parameters: {
    app_uuid: uuid('--app', 'uuid that it is to have', {required: true}),
    app_name: text('--app-name', 'what it is called'),
    description: text('--description', 'what it is for'),
    metadata: json('--metadata', 'data of your own'),
    events: texts('--event', 'name of an event that it sends (repeat for more)'),
  },
  effect: {changes: 'create a custom application'},
  reply: object<CustomApplication>({columns: [...applicationColumns, 'metadata'], id: 'app_uuid'}),
  examples: [
    [
      'One with two events',
      '--app 6d6a3f0e-35a4-4a8b-9b0a-1f1f6f3f2b11 --app-name "Recall desk" --event recall_due --event recall_booked',
    ],
  ],
})
