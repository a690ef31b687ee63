import {type ColumnSpec} from '../output/columns.ts'
import {type Permission} from './permission.ts'

/** Permissions that are given to user groups together. */
export interface Role {
  uuid: string
  name: string
  description: string
  /** `role_permission`, whatever was sent. */
  type: string
  status: 'Active' | 'Inactive'
  account_uuid: string
  /** Newer versions of the platform call the permissions members. */
  permissions?: Permission[]
  members?: Permission[]
  total_members: number
}

/** The description of the roles that resource groups are built from. */
export const systemRoleMark = 'system role - 01e77463-bf4e-453d-8a89-c145f83d3f54'

/** What a table of roles shows. */
export const roleColumns: readonly ColumnSpec<Role>[] = [
  'uuid',
  'name',
  'status',
  {path: 'total_members', header: 'PERMISSIONS'},
  'description',
]

/** What is shown of one role. */
export const roleDetails: readonly ColumnSpec<Role>[] = [...roleColumns, 'account_uuid']

/** Fields of roles that lists can be filtered by. */
export const roleFilters = ['name', 'description'] as const
