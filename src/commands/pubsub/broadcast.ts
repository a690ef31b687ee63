import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {text, uuid} from '../../lib/parameters.ts'

export default operation({
  operation: 'Pubsub.broadcastCustomApplication',
  summary: 'Send an event to a custom application’s subscribers',
  description: 'What you put into the body goes along, beside the application and the event.',
  request: 'POST /pubsub/broadcasts/applications',
  parameters: {
    body: wholeBody('what to send along', {optional: true}),
    app_uuid: uuid('--app', 'application whose subscribers get it', {required: true}),
    event: text('--event', 'name of the event', {required: true}),
  },
  effect: {changes: 'send an event to the subscribers of'},
  reply: empty('The event is sent.'),
  examples: [
    ['Somebody has come', '--app 2c59d2dd-0234-5699-81cc-1aa87185dcff --event checked_in -F patient=Rivera -F chair=2'],
  ],
})
