import createRole from '../commands/auth/roles/create.ts'
import deleteRole from '../commands/auth/roles/delete.ts'
import listRoles from '../commands/auth/roles/list.ts'
import assignPermissions from '../commands/auth/roles/permissions/assign.ts'
import listPermissions from '../commands/auth/roles/permissions/list.ts'
import removePermission from '../commands/auth/roles/permissions/remove.ts'
import updateRole from '../commands/auth/roles/update.ts'
import {collect} from '../lib/collect.ts'
import {type Applying, type Existing, type Kind} from '../lib/plan/kind.ts'
import {listChanges} from '../lib/plan/list-changes.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'

/** Roles of the account, with their permissions by name. Those of others may be given to groups, too. */
export const roles: Kind = {
  section: 'roles',
  noun: 'role',
  key: 'name',
  id: 'uuid',
  fields: {
    name: {type: 'string'},
    description: {type: 'string', description: 'a few words about it'},
    permissions: {type: 'array', description: 'what it permits, such as sms.create', items: {type: 'string'}},
  },
  needed: [],
  refers: {permissions: 'permissions'},
  sets: ['permissions'],
  calls: {create: createRole, change: updateRole, remove: deleteRole},

  async read(planning) {
    const all = await collect(planning.all(listRoles, {}))
    return sideBySide(all, async ({uuid, name, description, account_uuid}): Promise<Existing> => {
      if (account_uuid !== planning.account) return {key: name, id: uuid, fields: {}, isOthers: true}
      const permissions = await collect(planning.all(listPermissions, {role_uuid: uuid}))
      return {key: name, id: uuid, fields: {name, description, permissions: permissions.map((one) => one.name)}}
    })
  },

  async create(applying, [wanted]) {
    const {permissions, ...fields} = wanted!.fields
    const body = {...fields, status: 'Active', permissions: await idsOf(applying, listChanges([], permissions).added)}
    return [(await applying.call(createRole, {account_uuid: applying.account, body})).uuid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const {permissions, ...fields} = changes
    const role_uuid = existing.id
    if (Object.keys(fields).length > 0) await applying.call(updateRole, {role_uuid, body: fields})
    if (permissions === undefined) return
    const {added, removed} = listChanges(existing.fields['permissions'], permissions)
    if (added.length > 0) {
      await applying.call(assignPermissions, {role_uuid, body: {permissions: await idsOf(applying, added)}})
    }
    for (const permission_uuid of await idsOf(applying, removed)) {
      await applying.call(removePermission, {role_uuid, permission_uuid})
    }
  },

  async remove(applying, [existing]) {
    await applying.call(deleteRole, {role_uuid: existing!.id})
  },
}

function idsOf(applying: Applying, names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => applying.idOf('permissions', name)))
}
