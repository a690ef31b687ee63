import {eventColumns, eventMetadata, type UsageEvent} from '../../../lib/usage/usage.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, text, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Usage.createEvent',
  summary: 'Record a usage event',
  request: 'POST /usage/events',
  parameters: {
    account_uuid: uuid('--account', 'account that it counts for; your own if left out'),
    application_uuid: uuid('--application', 'application that it comes from'),
    event_type: text('--event-type', 'what is counted, such as sms_did_request', {required: true}),
    metadata: json('--metadata', 'more about it', {
      schema: {type: 'object', properties: eventMetadata, additionalProperties: {}},
    }),
  },
  effect: {changes: 'record a usage event'},
  reply: object<UsageEvent>({columns: eventColumns, id: 'uuid'}),
  examples: [
    [
      'A number that was asked for',
      '--event-type sms_did_request --metadata \'{"did": "+19412340001", "action": "assign"}\'',
    ],
  ],
})
