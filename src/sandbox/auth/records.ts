import {type ApplicationGroup as WireApplicationGroup} from '../../lib/auth/application-group.ts'
import {type Permission} from '../../lib/auth/permission.ts'
import {type Role as WireRole} from '../../lib/auth/role.ts'
import {type CollectionSpec} from '../collection.ts'

export const permissions: CollectionSpec<Permission> = {
  name: 'permissions',
  id: 'uuid',
  indexes: ['name', 'resource_type'],
}

export interface Role extends Omit<WireRole, 'permissions' | 'members' | 'total_members'> {
  /** Uuids of permissions. */
  permissions: string[]
  /** Every account sees it, and may give it to its groups. */
  system?: true
}

export const roles: CollectionSpec<Role> = {
  name: 'roles',
  id: 'uuid',
  indexes: ['account_uuid', 'name', 'description'],
}

/** That a group holds a role, and over what: an account with all below it, or a single resource. */
export interface RoleGrant {
  /** `GROUP:ROLE:SCOPE`, so that nothing is granted twice. */
  id: string
  group_uuid: string
  role_uuid: string
  scope_type: ScopeType
  scope_uuid: string
}

export type ScopeType = 'account' | 'resource'

export const roleGrants: CollectionSpec<RoleGrant> = {
  name: 'role_grants',
  id: 'id',
  indexes: ['group_uuid', 'role_uuid', 'scope_uuid'],
}

/** A group that belongs to an OAuth application. */
export interface ApplicationGroup extends WireApplicationGroup {
  application_uuid: string
}

const indexes = ['application_uuid']

export const applicationResourceGroups: CollectionSpec<ApplicationGroup> = {
  name: 'application_resource_groups',
  id: 'uuid',
  indexes,
}

export const applicationUserGroups: CollectionSpec<ApplicationGroup> = {
  name: 'application_user_groups',
  id: 'uuid',
  indexes,
}
