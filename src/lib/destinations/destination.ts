import {type ColumnSpec} from '../output/columns.ts'

/** Where calls of an account can be sent: a desk, a group of them, a menu. */
export interface Destination {
  id: number
  name: string
  account_uuid: string
}

export const destinationColumns: readonly ColumnSpec<Destination>[] = ['id', 'name', 'account_uuid']
