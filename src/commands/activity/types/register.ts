import {type ActivityType, typeColumns} from '../../../lib/activity/activity.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {integer, json, text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.registerType',
  summary: 'Register an activity type, or another version of it',
  request: 'POST /activity/register',
  parameters: {
    activity_type: text('--activity-type', 'name of the type', {required: true}),
    version: integer('--schema-version', 'version of the schema', {default: 1, min: 1}),
    schema: json('--schema', 'JSON Schema of the metadata that its activities have', {
      required: true,
      schema: {type: 'object'},
    }),
  },
  effect: {changes: 'register the activity type', idempotent: true},
  reply: object<ActivityType>({columns: typeColumns, id: 'activity_type'}),
  examples: [
    [
      'A type with a length',
      '--activity-type voicemail --schema \'{"type": "object", "properties": {"seconds": {"type": "integer"}}}\'',
    ],
  ],
})
