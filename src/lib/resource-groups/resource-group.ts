import {type ColumnSpec} from '../output/columns.ts'

/** What became of one group of a resource. */
export interface ResourceGroup {
  /** What its members may do: `r`, `u` and `d`. */
  letters: string
  group_uuid: string
  outcome: 'created' | 'changed' | 'unchanged' | 'deleted'
  /** How many users came into the group and left it. */
  added: number
  removed: number
}

/** `1 user`, `2 users`. */
export function users(count: number): string {
  return `${count} ${count === 1 ? 'user' : 'users'}`
}

export const resourceGroupColumns: readonly ColumnSpec<ResourceGroup>[] = [
  'letters',
  'group_uuid',
  'outcome',
  'added',
  'removed',
]
