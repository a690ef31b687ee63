import {type ActivitySubtype, subtypeColumns} from '../../../lib/activity/activity.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {integer, json, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.registerSubType',
  summary: 'Register a subtype of an activity type, or another version of it',
  request: 'POST /activity/register/subtype',
  parameters: {
    activity_type: text('--activity-type', 'type that it belongs to', {required: true}),
    activity_subtype: text('--activity-subtype', 'name of the subtype', {required: true}),
    version: integer('--schema-version', 'version of the schema', {default: 1, min: 1}),
    schema: json('--schema', 'JSON Schema of the metadata that its activities have', {
      required: true,
      schema: {type: 'object'},
    }),
  },
  effect: {changes: 'register the activity subtype', idempotent: true},
  reply: object<ActivitySubtype>({columns: subtypeColumns, id: 'activity_subtype'}),
  examples: [
    [
      'Messages that came in',
      '--activity-type message --activity-subtype received --schema \'{"type": "object", "required": ["from"]}\'',
    ],
  ],
})
