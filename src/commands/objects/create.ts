import {listGroupAccess, listSystemRoles, scopeRole} from '../../lib/auth/access-calls.ts'
import {createGroup, deleteGroup} from '../../lib/auth/group-calls.ts'
import {Command} from '../../lib/command.ts'
import {usageError} from '../../lib/errors.ts'
import {createShared} from '../../lib/objects/create-shared.ts'
import {
  createdObject,
  createForUser,
  deleteObject,
  findObjects,
  fixedBody,
  metadataOf,
  newObject,
} from '../../lib/objects/object-calls.ts'
import {operation} from '../../lib/operation.ts'
import {printReply, runOperation} from '../../lib/operation/run.ts'
import {variants} from '../../lib/operation/variants.ts'
import {account, uuid} from '../../lib/parameters.ts'
import {sharing} from '../../lib/resource-groups/parameters.ts'

const forEverybody = operation({
  operation: 'Objects.createDataObject',
  summary: 'Create an object',
  description:
    'It belongs to nobody in particular unless --user or --account says to whom. An object of a user can be shared at ' +
    'once, with --users: both or neither is done.',
  request: {line: 'POST /objects/objects', fixedBody},
  parameters: newObject,
  derived: metadataOf,
  effect: {changes: 'create an object'},
  reply: createdObject,
  examples: [['For everybody', `--name "Office closed" --type data_object --content '{"days": ["2026-12-25"]}'`]],
})

class ForUser extends Command {
  static override readonly shape = {
    ...createForUser.shape,
    parameters: {
      ...createForUser.shape.parameters,
      account_uuid: uuid('--account', 'account that gets it; with --user, the one that groups of --users are made in', {
        in: 'local',
        required: false,
        fallback: 'account',
        needs: ['users'],
      }),
      users: sharing({required: false}),
    },
    examples: [
      [
        'For a user',
        `--user eb296a99-5e24-5d6d-bcfc-af60222222f4 --name Draft --type data_object --content '{"text": "…"}'`,
      ],
      [
        'For a user, and for another one to read',
        `--user eb296a99-5e24-5d6d-bcfc-af60222222f4 --name Rota --type data_object --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4"], "r": ["cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
      ],
    ],
  } as const
  static override readonly calls = [
    createForUser,
    ...[findObjects, listSystemRoles, createGroup, scopeRole, listGroupAccess, deleteGroup, deleteObject],
  ]

  async run(): Promise<void> {
    const {account_uuid, users, ...object} = await this.values(ForUser.shape)
    if (users === undefined) return runOperation(createForUser.shape, object, this.flags, this.console)
    if (account_uuid === undefined) throw usageError('--users needs --account, or a profile with an account.')
    if (this.flags['dry-run'] === true) {
      await this.showRequest(listSystemRoles, {})
      // The groups are made for the uuid that it gets.
      return this.showRequest(createForUser, object)
    }
    await printReply(ForUser.shape.reply, await createShared(this, object, {account_uuid, users}), this.console)
  }
}

const forAccount = operation({
  operation: 'Objects.createAccountDataObject',
  summary: 'Create an object of an account',
  request: {line: 'POST /objects/accounts/{account_uuid}/objects', fixedBody},
  parameters: {account_uuid: account(), ...newObject},
  derived: metadataOf,
  effect: {changes: 'create an object of'},
  reply: createdObject,
  examples: [
    [
      'For all users of an account',
      `--account ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d --name Greeting --type data_object`,
    ],
  ],
})

export default variants(forEverybody, {'--user': ForUser, '--account': forAccount})
