import {type ActivityType, typeColumns} from '../../../lib/activity/activity.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {text} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Activity.listRegisteredTypes',
  summary: 'List the activity types that are registered',
  request: 'GET /activity/register',
  parameters: {
    include: text('--include', 'what else to put into the reply'),
  },
  reply: list<ActivityType>({columns: typeColumns, id: 'activity_type', noun: 'activity types'}),
  examples: [
    ['All types', ''],
    ['Their names', '--columns activity_type,version'],
  ],
})
