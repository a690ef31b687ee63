import {type Permission} from '../../lib/auth/permission.ts'
import {type Role as WireRole} from '../../lib/auth/role.ts'
import {type Caller} from '../caller.ts'
import {namedUuid} from '../named-uuid.ts'
import {type UserGroup} from '../records.ts'
import {badRequest, forbidden, notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {catalogue} from './catalogue.ts'
import {permissions, type Role, roleGrants, roles, type ScopeType} from './records.ts'

/** The group gets the role: over its account, or over what `scope` names. */
export function grantRole(
  store: Store,
  group: UserGroup,
  roleUuid: string,
  scope: {type: ScopeType; uuid: string} = {type: 'account', uuid: group.account_uuid},
): void {
  store.collection(roleGrants).put({
    id: grantId(group.uuid, roleUuid, scope.uuid),
    group_uuid: group.uuid,
    role_uuid: roleUuid,
    scope_type: scope.type,
    scope_uuid: scope.uuid,
  })
}

export function grantId(groupUuid: string, roleUuid: string, scopeUuid: string): string {
  return `${groupUuid}:${roleUuid}:${scopeUuid}`
}

const defaultRoles = {
  admin: {name: 'Administrator', description: 'May do everything in the account and below it', grants: () => true},
  user: {
    name: 'Reader',
    description: 'May see everything in the account and below it',
    grants: ({action}: Pick<Permission, 'action'>) => action === 'read',
  },
}

/** What the members of an account's default group may do: administrators everything, users read. */
export function grantDefaultRole(store: Store, group: UserGroup): void {
  const {name, description, grants} = defaultRoles[group.type === 'admin' ? 'admin' : 'user']
  const role = store.collection(roles).put({
    uuid: namedUuid(`role ${name} of ${group.account_uuid}`),
    name,
    description,
    type: 'role_permission',
    status: 'Active',
    account_uuid: group.account_uuid,
    permissions: catalogue.filter(grants).map(({uuid}) => uuid),
  })
  grantRole(store, group, role.uuid)
}

/** A role as replies show it. Known clients trip over an empty list of members, so an empty one is left out. */
export function roleView(store: Store, role: Role): WireRole {
  const {uuid, name, description, type, status, account_uuid} = role
  const held = store.collection(permissions).find({where: {uuid: role.permissions}})
  const listed = held.length > 0 && {permissions: held, members: held}
  return {uuid, name, description, type, status, account_uuid, ...listed, total_members: held.length}
}

/** The role, when the caller may see it: a system role, or one of an account that they see (else 404). */
export function mustSeeRole(store: Store, caller: Caller, uuid: string): Role {
  const role = store.collection(roles).get(uuid)
  if (!role) throw notFound(`Role ${uuid}`)
  if (role.system !== true) caller.mustReach(role.account_uuid, `Role ${uuid}`)
  return role
}

/** The roles, each once, of a request that names them in `field`. Throws a 400 that names those that the caller does not see. */
export function mustBeRoles(store: Store, caller: Caller, uuids: readonly string[], field: string): string[] {
  const unknown = uuids.filter((uuid) => {
    const role = store.collection(roles).get(uuid)
    return !role || (role.system !== true && !caller.sees(role.account_uuid))
  })
  if (unknown.length > 0)
    throw badRequest('Some roles do not exist.', [{field, message: `unknown: ${unknown.join(', ')}`}])
  return [...new Set(uuids)]
}

/** The permissions, each once. Throws a 400 that names those that do not exist. */
export function mustBePermissions(store: Store, uuids: readonly string[]): string[] {
  const unknown = uuids.filter((uuid) => !store.collection(permissions).get(uuid))
  if (unknown.length === 0) return [...new Set(uuids)]
  throw badRequest('Some permissions do not exist.', [
    {field: 'permissions', message: `unknown: ${unknown.join(', ')}`},
  ])
}

/** The uuids of the roles that groups hold. */
export function rolesOfGroups(store: Store, groupUuids: readonly string[]): string[] {
  const held = store.collection(roleGrants).find({where: {group_uuid: groupUuids}})
  return [...new Set(held.map(({role_uuid}) => role_uuid))]
}

/** The role, when it is the caller's to change: system roles are those of the account at the top. */
export function mustOwnRole(store: Store, caller: Caller, uuid: string): Role {
  const role = mustSeeRole(store, caller, uuid)
  if (role.system === true && !caller.sees(role.account_uuid)) throw forbidden('System roles cannot be changed.')
  return role
}

/** Removes a role; groups that hold it lose it. */
export function removeRole(store: Store, uuid: string): void {
  store.collection(roleGrants).deleteWhere({role_uuid: uuid})
  store.collection(roles).delete(uuid)
}

/** For an account that is deleted: its roles, and what others hold over it. */
export function removeRolesOf(store: Store, accountUuid: string): void {
  for (const {uuid} of store.collection(roles).find({where: {account_uuid: accountUuid}})) removeRole(store, uuid)
  store.collection(roleGrants).deleteWhere({scope_uuid: accountUuid})
}
