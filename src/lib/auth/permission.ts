import {type ColumnSpec} from '../output/columns.ts'

/** Something that may be done to one kind of resource. */
export interface Permission {
  uuid: string
  /** `RESOURCE_TYPE.ACTION`, such as `account.update`. */
  name: string
  description: string
  resource_type: string
  action: string
  /** Some versions of the platform tell it. */
  allowed?: boolean
}

/** What a table of permissions shows. */
export const permissionColumns: readonly ColumnSpec<Permission>[] = [
  'uuid',
  'name',
  'resource_type',
  'action',
  'description',
]

/** Fields of permissions that lists can be filtered by. */
export const permissionFilters = ['resource_type', 'name'] as const
