import {groupColumns, type UserGroup} from '../../lib/auth/user-group.ts'
import {Command} from '../../lib/command.ts'
import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {runOperation} from '../../lib/operation/run.ts'
import {filters} from '../../lib/parameters.ts'

export const listGroups = operation({
  operation: 'Groups.listGroups',
  summary: 'List the groups of a user',
  description: 'Without --filter member_uuid=USER, lists all groups that you may see.',
  request: 'GET /auth/user-groups',
  parameters: {
    filter: filters(['member_uuid', 'name', 'description', 'expand', 'member_limit']),
  },
  reply: list<UserGroup>({columns: groupColumns, id: 'uuid', noun: 'groups'}),
  examples: [
    ['All that you may see', '--all'],
    ['Those that a user is in', '--filter member_uuid=cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})

/** Newer versions of the service know the filter member_uuid as user_uuid: both are sent. */
export default class List extends Command {
  static override readonly shape = listGroups.shape
  static override readonly calls = [listGroups]

  async run(): Promise<void> {
    const {filter, ...values} = await this.values(listGroups.shape)
    const user_uuid = filter?.['member_uuid']
    const both = user_uuid === undefined ? filter : {user_uuid, ...filter}
    await runOperation(listGroups.shape, {...values, filter: both}, this.flags, this.console)
  }
}
