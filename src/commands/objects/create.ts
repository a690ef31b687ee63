import {collect} from '../../lib/collect.ts'
import {listGroupAccess, listSystemRoles, scopeRole} from '../../lib/auth/access-calls.ts'
import {createGroup, deleteGroup} from '../../lib/auth/group-calls.ts'
import {createShared, needsAccount} from '../../lib/objects/create-shared.ts'
import {
  createdObject,
  createForUser,
  deleteObject,
  findObjects,
  fixedBody,
  metadataOf,
  newObject,
} from '../../lib/objects/object-calls.ts'
import {settleObject} from '../../lib/objects/lost-object.ts'
import {operation} from '../../lib/operation.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {variants} from '../../lib/operation/variants.ts'
import {account, uuid} from '../../lib/parameters.ts'
import {sharing} from '../../lib/resource-groups/parameters.ts'
import {listOfAllUsers} from './list.ts'

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
  settle: async (caller, draft) =>
    settleObject(await collect(caller.all(listOfAllUsers, {type: draft.type, load_content: true})), draft),
  reply: createdObject,
  examples: [['For everybody', `--name "Office closed" --type data_object --content '{"days": ["2026-12-25"]}'`]],
})

const forUser = procedure({
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
      'For a user, and for another one to read',
      `--user eb296a99-5e24-5d6d-bcfc-af60222222f4 --name Rota --type data_object --users '{"rud": ["eb296a99-5e24-5d6d-bcfc-af60222222f4"], "r": ["cdb115b0-99b0-5c62-8bcc-f93edb821bb6"]}'`,
    ],
  ],
  calls: [
    createForUser,
    ...[findObjects, listSystemRoles, createGroup, scopeRole, listGroupAccess, deleteGroup, deleteObject],
  ],
  check: needsAccount,
  requests: ({users, ...object}) => [
    // The groups are made for the uuid that it gets.
    ...(users === undefined ? [] : [[listSystemRoles, {}] as const]),
    [createForUser, object],
  ],
  later: ({users}) => (users === undefined ? [] : [createGroup, scopeRole]),
  perform: (caller, {account_uuid, users, ...object}, options) =>
    users === undefined
      ? caller.call(createForUser, object, options)
      : createShared(caller, object, {account_uuid: account_uuid!, users}),
})

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

export default variants(forEverybody, {'--user': forUser, '--account': forAccount})
