import {type ActivitySubtype, subtypeColumns} from '../../../lib/activity/activity.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.listRegisteredSubTypes',
  summary: 'List the activity subtypes that are registered',
  request: 'GET /activity/register/subtype',
  parameters: {
    include: text('--include', 'what else to put into the reply'),
  },
  reply: list<ActivitySubtype>({columns: subtypeColumns, id: 'activity_subtype', noun: 'activity subtypes'}),
  examples: [
    ['All subtypes', ''],
    ['Those of one type', '--where activity_type=message'],
  ],
})
