import createGroup from '../commands/auth/groups/create.ts'
import assignRoles from '../commands/auth/groups/roles/assign.ts'
import listRoles from '../commands/auth/groups/roles/list.ts'
import removeRole from '../commands/auth/groups/roles/remove.ts'
import updateGroup from '../commands/auth/groups/update.ts'
import {addUsers, deleteGroup, listAccountGroups, listMembers, removeUsers} from '../lib/auth/group-calls.ts'
import {type JsonValue} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {keyFor} from '../lib/plan/named.ts'
import {type Applying, type Kind} from '../lib/plan/kind.ts'
import {listChanges} from '../lib/plan/list-changes.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'

/** User groups with their members by username, and their roles by name. */
export const groups: Kind = {
  section: 'groups',
  noun: 'group',
  key: 'name',
  id: 'uuid',
  fields: {
    name: {type: 'string'},
    description: {type: 'string', description: 'a few words about it'},
    members: {type: 'array', description: 'usernames of who is in it', items: {type: 'string'}},
    roles: {type: 'array', description: 'names of the roles that it has', items: {type: 'string'}},
  },
  needed: [],
  refers: {members: 'identities', roles: 'roles'},
  sets: ['members', 'roles'],
  calls: {create: createGroup, change: updateGroup, remove: deleteGroup},

  async read(planning) {
    const [all, users, roles] = await Promise.all([
      collect(planning.all(listAccountGroups, {account_uuid: planning.account})),
      planning.existing('identities'),
      planning.existing('roles'),
    ])
    const [userOf, roleOf] = [keyFor(users), keyFor(roles)]
    return sideBySide(all, async ({uuid, name, description}) => {
      const [members, given] = await Promise.all([
        collect(planning.all(listMembers, {group_uuid: uuid})),
        collect(planning.all(listRoles, {user_group_uuid: uuid})),
      ])
      const fields = {
        ...{name, description, members: members.map((one) => userOf(one.uuid))},
        roles: given.map((one) => roleOf(one.uuid)),
      }
      return {key: name, id: uuid, fields}
    })
  },

  async create(applying, [wanted]) {
    const {members, roles, ...fields} = wanted!.fields
    const body = {...fields, users: await idsOf(applying, 'identities', listChanges([], members).added)}
    const {uuid} = await applying.call(createGroup, {account_uuid: applying.account, body})
    await giveRoles(applying, uuid, [], roles)
    return [uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const {members, roles, ...fields} = changes
    if (Object.keys(fields).length > 0) await applying.call(updateGroup, {group_uuid: existing.id, body: fields})
    if (members !== undefined) {
      const {added, removed} = listChanges(existing.fields['members'], members)
      const user_group_uuid = existing.id
      const [came, left] = await Promise.all([added, removed].map((names) => idsOf(applying, 'identities', names)))
      if (came!.length > 0) await applying.call(addUsers, {user_group_uuid, users: came!})
      if (left!.length > 0) await applying.call(removeUsers, {user_group_uuid, users: left!})
    }
    await giveRoles(applying, existing.id, existing.fields['roles'], roles)
  },

  async remove(applying, [existing]) {
    await applying.call(deleteGroup, {user_group_uuid: existing!.id})
  },
}

async function giveRoles(
  applying: Applying,
  user_group_uuid: string,
  before: JsonValue | undefined,
  wanted: JsonValue | undefined,
): Promise<void> {
  if (wanted === undefined) return
  const {added, removed} = listChanges(before, wanted)
  if (added.length > 0) {
    await applying.call(assignRoles, {user_group_uuid, body: {roles: await idsOf(applying, 'roles', added)}})
  }
  for (const role_uuid of await idsOf(applying, 'roles', removed)) {
    await applying.call(removeRole, {user_group_uuid, role_uuid})
  }
}

function idsOf(applying: Applying, section: string, names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => applying.idOf(section, name)))
}
