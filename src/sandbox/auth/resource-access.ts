import {groupMembers, type UserGroup, userGroups} from '../records.ts'
import {type Store} from '../store.ts'
import {permissions, type Role, type RoleGrant, roleGrants, roles} from './records.ts'

/** What may be done to a resource: `r` (read), `u` (update), `d` (delete), in this order. */
export type Letters = string

/** A role that a group holds over a single resource. */
export interface ResourceGrant {
  resource_uuid: string
  group: UserGroup
  role: Role
}

/**
 * Who may read, update and delete a resource through groups that were given a role over it: letters by user uuid. What its
 * owner may do, and what roles over whole accounts permit, is not in it: the area knows the owner, and
 * `request.caller.mustSee` the roles.
 */
export function resourceAccess(store: Store, resourceUuid: string): ReadonlyMap<string, Letters> {
  const access = new Map<string, Letters>()
  for (const {group, role} of activeGrants(grantsOn(store, resourceUuid))) {
    const letters = lettersOf(store, role)
    for (const {user_uuid: user} of store.collection(groupMembers).find({where: {group_uuid: group.uuid}})) {
      access.set(user, joined(access.get(user), letters))
    }
  }
  return access
}

/** The other way round: the resources that a user may read, update or delete through groups, with the letters. */
export function sharedResources(store: Store, userUuid: string): ReadonlyMap<string, Letters> {
  const memberships = store.collection(groupMembers).find({where: {user_uuid: userUuid}})
  const held = store.collection(roleGrants).find({
    where: {group_uuid: memberships.map(({group_uuid}) => group_uuid), scope_type: 'resource'},
  })
  const access = new Map<string, Letters>()
  for (const {resource_uuid, role} of activeGrants(withRecords(store, held))) {
    access.set(resource_uuid, joined(access.get(resource_uuid), lettersOf(store, role)))
  }
  return access
}

/** The roles that groups hold over a resource, active or not. */
export function grantsOn(store: Store, resourceUuid: string): ResourceGrant[] {
  const held = store.collection(roleGrants).find({where: {scope_uuid: resourceUuid, scope_type: 'resource'}})
  return withRecords(store, held)
}

function withRecords(store: Store, grants: readonly RoleGrant[]): ResourceGrant[] {
  return grants.flatMap(({group_uuid, role_uuid, scope_uuid}) => {
    const group = store.collection(userGroups).get(group_uuid)
    const role = store.collection(roles).get(role_uuid)
    return group && role ? [{resource_uuid: scope_uuid, group, role}] : []
  })
}

function activeGrants(grants: readonly ResourceGrant[]): ResourceGrant[] {
  return grants.filter(({group, role}) => group.status === 'Active' && role.status === 'Active')
}

function lettersOf(store: Store, {permissions: uuids}: Role): Letters {
  const held = store.collection(permissions).find({where: {uuid: uuids}})
  const actions = held.filter(({allowed}) => allowed !== false).map(({action}) => action)
  return ['read', 'update', 'delete'].flatMap((action) => (actions.includes(action) ? [action.charAt(0)] : [])).join('')
}

function joined(before: Letters = '', more: Letters): Letters {
  return ['r', 'u', 'd'].filter((letter) => before.includes(letter) || more.includes(letter)).join('')
}
