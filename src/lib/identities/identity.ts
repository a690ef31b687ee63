import {type ColumnSpec} from '../output/columns.ts'
import {type JsonObject} from '../client/wire.ts'

/** A user of an account. */
export interface Identity {
  uuid: string
  account_uuid: string
  type: string
  first_name: string
  middle_name: string
  last_name: string
  /** What the user signs in with; mostly an e-mail address. */
  username: string
  status: 'Active' | 'Inactive'
  provider: string
  email: string
  phone: string
  address: {city?: string; state?: string; postal_code?: string; country?: string}
  reference: string
  /** There when asked for. */
  aliases?: Alias[]
  /** There when asked for. */
  properties?: JsonObject
}

/** Other ways to reach a user. */
export interface Alias {
  sms?: string
  nickname?: string
  email?: string
}

/** What a table of identities shows. */
export const identityColumns: readonly ColumnSpec<Identity>[] = [
  'uuid',
  'username',
  'first_name',
  'last_name',
  'phone',
  'status',
]

/** What is shown of one identity. */
export const identityDetails: readonly ColumnSpec<Identity>[] = [
  ...identityColumns,
  'email',
  'account_uuid',
  'type',
  'provider',
  'address',
  'reference',
]

/** What is shown of one identity with all that belongs to it. */
export const identityWithAll: readonly ColumnSpec<Identity>[] = [...identityDetails, 'aliases', 'properties']

/** Fields of identities that lists can be filtered by. */
export const identityFilters = ['username', 'email', 'first_name', 'last_name', 'phone', 'status', 'reference'] as const
