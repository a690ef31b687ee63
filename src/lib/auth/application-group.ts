import {type ColumnSpec} from '../output/columns.ts'

export const applicationGroupTypes = ['user', 'admin', 'forbidden'] as const

/** A group of resources, or of users, that an OAuth application has. */
export interface ApplicationGroup {
  uuid: string
  name: string
  description?: string
  type: (typeof applicationGroupTypes)[number]
  default: boolean
  /** Of a resource group: the uuids of what is in it. */
  resources?: string[]
}

export const applicationGroupColumns: readonly ColumnSpec<ApplicationGroup>[] = ['uuid', 'name', 'type', 'default']
