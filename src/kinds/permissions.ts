import createPermission from '../commands/auth/permissions/create.ts'
import listPermissions from '../commands/auth/permissions/list.ts'
import {permissionFields} from '../lib/auth/permission-fields.ts'
import {collect} from '../lib/collect.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {setFields} from '../lib/plan/parameter-fields.ts'

/** Permissions belong to the platform as a whole: they can be added, and neither changed nor deleted. */
export const permissions: Kind = {
  section: 'permissions',
  noun: 'permission',
  key: 'name',
  fields: permissionFields,
  needed: ['resource_type', 'action'],
  unexported: true,
  calls: {create: createPermission},

  async read(planning) {
    const all = await collect(planning.all(listPermissions, {}))
    return all.map((one) => ({key: one.name, id: one.uuid, fields: setFields(permissionFields, one)}))
  },

  async create(applying, [wanted]) {
    return [(await applying.call(createPermission, {body: wanted!.fields})).uuid]
  },
}
