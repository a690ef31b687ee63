import {type ColumnSpec} from '../output/columns.ts'

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
