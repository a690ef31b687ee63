import {type ColumnSpec} from '../output/columns.ts'

export const accountTypes = ['MasterReseller', 'Reseller', 'Customer', 'Location'] as const

export type AccountType = (typeof accountTypes)[number]

export interface Account {
  uuid: string
  name: string
  /** The customer number; no two accounts have the same. */
  number: string | number
  type: AccountType
  description: string
  status: 'Active' | 'Inactive'
  /** Only the account at the top has none. */
  parent_uuid?: string
  reference: string
  address: Address
  contacts: Contact[]
  relationships?: {items: AccountRelationship[]}
}

export interface Address {
  line1?: string
  line2?: string
  city?: string
  state?: string
  postal_code?: string
  country?: string
}

export interface Contact {
  uuid: string
  type?: string
  first_name?: string
  last_name?: string
  email?: string
  phone?: string
}

/** An edge of the account tree: the source is the child of the target. */
export interface AccountRelationship {
  uuid: string
  type: string
  source: RelatedAccount
  target: RelatedAccount
}

interface RelatedAccount {
  uuid: string
  name?: string
  type: AccountType
}

/** What a table of accounts shows. */
export const accountColumns: readonly ColumnSpec<Account>[] = ['uuid', 'name', 'number', 'type', 'status']

/** What is shown of one account. */
export const accountDetails: readonly ColumnSpec<Account>[] = [
  ...accountColumns,
  'parent_uuid',
  'description',
  'reference',
  'address',
  'contacts',
]

/** Fields of accounts that lists can be filtered by. */
export const accountFilters = ['name', 'number', 'type', 'status', 'reference'] as const

/** What a table of relationships shows. */
export const relationshipColumns: readonly ColumnSpec<AccountRelationship>[] = [
  'type',
  'source.uuid',
  'source.name',
  'target.uuid',
  'target.name',
  'target.type',
]
