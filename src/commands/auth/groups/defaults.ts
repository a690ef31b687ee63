import {groupColumns, type UserGroup} from '../../../lib/auth/user-group.ts'
import {collect} from '../../../lib/collect.ts'
import {Command} from '../../../lib/command.ts'
import {badReply} from '../../../lib/errors.ts'
import {operation} from '../../../lib/operation.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {account} from '../../../lib/parameters.ts'

const listDefaultGroups = operation({
  operation: 'Auth.getAccountDefaultGroups',
  summary: 'List the default groups of an account',
  request: {line: 'GET /auth/accounts/{account_uuid}/user-groups', fixedQuery: {default: 'true'}},
  parameters: {
    account_uuid: account(),
  },
  reply: list<UserGroup>({columns: groupColumns, id: 'uuid', noun: 'groups'}),
  examples: [],
})

interface DefaultGroups {
  admin: string
  user: string
}

const {parameters} = listDefaultGroups.shape

export default class Defaults extends Command {
  static override readonly shape = {
    summary: 'Show an account’s default admin and user groups',
    parameters,
    reply: object<DefaultGroups>({columns: ['admin', 'user']}),
    dryRun: true,
    examples: [
      ['Their uuids', ''],
      ['The administrators of another account', '--account 3e14fcef-ef5b-5d57-924f-338d593acfee --jq .admin'],
    ],
  } satisfies Shape<typeof parameters, DefaultGroups>
  static override readonly calls = [listDefaultGroups]

  async run(): Promise<void> {
    const values = await this.values(Defaults.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(listDefaultGroups, values)
    const groups = await collect(this.all(listDefaultGroups, values))
    const uuidOf = (type: string) => {
      const group = groups.find((candidate) => candidate.type === type)
      if (group === undefined) throw badReply(`the account has no default group of type ${type}`)
      return group.uuid
    }
    await printReply(Defaults.shape.reply, {admin: uuidOf('admin'), user: uuidOf('user')}, this.console)
  }
}
