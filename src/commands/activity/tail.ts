import {type Activity, activityColumns, activityFilters} from '../../lib/activity/activity.ts'
import {rowIdentity} from '../../lib/follow/row-identity.ts'
import {rowLine} from '../../lib/follow/row-line.ts'
import {since} from '../../lib/follow/since.ts'
import {beginningOf, firstRows, tail} from '../../lib/follow/tail.ts'
import {TailCommand} from '../../lib/follow/tail-command.ts'
import {list, type Shape} from '../../lib/operation/declaration.ts'
import {filters} from '../../lib/parameters.ts'
import listActivities from './list.ts'

const parameters = {filter: filters(activityFilters), since: since('activities')}

const identity = rowIdentity<Activity>('uuid', ({created_datetime: time}) => time)

export default class Tail extends TailCommand {
  static override readonly shape = {
    summary: 'Show what happens, as it happens',
    description:
      'The last that happened, and then what comes, each once. It goes on until Ctrl-C; without the service for longer ' +
      'than --timeout, it fails.',
    parameters,
    reply: list<Activity>({
      ...{columns: activityColumns, id: 'uuid', noun: 'activities', paging: 'none', limit: firstRows},
    }),
    goesOn: true,
    examples: [],
  } satisfies Shape<typeof parameters, Activity>
  static override readonly calls = [listActivities]

  async run(): Promise<void> {
    const {since: begin, ...values} = await this.values(Tail.shape)
    const {newestFirst} = await import('../../lib/follow/newest-first.ts')
    const read = newestFirst<Activity>((...place) => this.stretch(listActivities, values, place), identity.timeOf)
    const rows = tail(read, identity, beginningOf(begin, this.flags), this.polling())
    await this.follow(rows, Tail.shape.reply, {
      timeOf: identity.timeOf,
      line: ({created_datetime: time, activity_type: type, activity_subtype: subtype, ...row}, terminal) =>
        rowLine(time, [`${type}.${subtype}`, row.owner_uuid, row.metadata && JSON.stringify(row.metadata)], terminal),
    })
  }
}
