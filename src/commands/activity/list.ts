import {type Activity, activityColumns, activityFilters} from '../../lib/activity/activity.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'

export default operation({
  operation: 'Activity.listActivities',
  summary: 'List what happened',
  description: 'Who did what, and when. With --filter include=metadata the details come along.',
  request: 'GET /activity/activity',
  parameters: {
    filter: filters(activityFilters),
  },
  reply: list<Activity>({columns: activityColumns, id: 'uuid', noun: 'activities'}),
  examples: [
    ['All there is', '--all'],
    ['Messages, with their details', '--filter activity_type=message --filter include=metadata'],
  ],
})
