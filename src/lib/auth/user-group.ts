import {type ColumnSpec} from '../output/columns.ts'

/** Users of an account who are given roles together. */
export interface UserGroup {
  uuid: string
  name: string
  description: string
  /** `admin`, `user`, or what the group's maker chose. */
  type: string
  account_uuid: string
  status: 'Active' | 'Inactive'
  total_members: number
  /** A plain array where the group was just created, a list where it is read. */
  members?: GroupMember[] | {items: GroupMember[]}
}

export interface GroupMember {
  uuid: string
  type: string
}

/** What a table of groups shows. */
export const groupColumns: readonly ColumnSpec<UserGroup>[] = ['uuid', 'name', 'type', 'status', 'total_members']

/** What is shown of one group. */
export const groupDetails: readonly ColumnSpec<UserGroup>[] = [...groupColumns, 'account_uuid', 'description']

export const memberColumns: readonly ColumnSpec<GroupMember>[] = ['uuid', 'type']
