import {type ColumnSpec} from '../output/columns.ts'

/** A third party that users can have an account with. */
export interface Provider {
  uuid: string
  name?: string
  description?: string
  /** What it is for, such as identity. */
  type?: string
  /** How tokens of it are to be had. */
  policies?: ProviderPolicy[]
}

export interface ProviderPolicy {
  uuid: string
  name?: string
  /** Such as oauth. */
  type?: string
  scope?: string[]
}

export const providerColumns: readonly ColumnSpec<Provider>[] = [
  'uuid',
  'name',
  'type',
  {path: 'policies', format: policyIds},
  'description',
]

function policyIds(policies: unknown): string {
  const all: readonly unknown[] = Array.isArray(policies) ? policies : []
  return all.map((policy) => String((policy as ProviderPolicy | null)?.uuid)).join(', ')
}

/** That a user has linked an account with a provider. */
export interface ProviderConnection {
  uuid: string
  provider_uuid: string
  policy_uuid: string
  /** What the user is called there. */
  user_name: string
}

export const connectionColumns: readonly ColumnSpec<ProviderConnection>[] = [
  'uuid',
  'provider_uuid',
  'policy_uuid',
  'user_name',
]

/** What a provider tells of an account that a user has linked. */
export interface ProviderProfile {
  connection_uuid?: string
  provider_uuid?: string
  provider_name?: string
  user_name?: string
  display_name?: string
  email?: string
}

export const profileColumns: readonly ColumnSpec<ProviderProfile>[] = [
  'provider_name',
  'user_name',
  'display_name',
  'email',
  'connection_uuid',
]
