import {type ColumnSpec} from '../output/columns.ts'
import {type Permission} from './permission.ts'

/** A user group that holds a role on a resource. */
export interface GroupAccess {
  user_group: {
    uuid: string
    group_name?: string
  }
}

export const groupAccessColumns: readonly ColumnSpec<GroupAccess>[] = [
  {path: 'user_group.uuid', header: 'UUID'},
  {path: 'user_group.group_name', header: 'NAME'},
]

/** A permission that somebody holds on a resource. */
export interface PermissionAccess {
  permission: Permission
}

export const permissionAccessColumns: readonly ColumnSpec<PermissionAccess>[] = [
  {path: 'permission.uuid', header: 'UUID'},
  {path: 'permission.name', header: 'NAME'},
]
