import {type Provider, type ProviderConnection, type ProviderProfile} from '../../lib/providers/provider.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

export type ProviderRecord = Required<Provider>

export const providers: CollectionSpec<ProviderRecord> = {name: 'providers', id: 'uuid', indexes: []}

/** A connection with what the provider tells of the account there. Tokens are made when they are asked for, and not kept. */
export interface ConnectionRecord extends ProviderConnection {
  user_uuid: string
  display_name: string
  email: string
}

export const providerConnections: CollectionSpec<ConnectionRecord> = {
  name: 'provider_connections',
  id: 'uuid',
  indexes: ['user_uuid', 'provider_uuid', 'user_name'],
}

export function connectionView({uuid, provider_uuid, policy_uuid, user_name}: ConnectionRecord): ProviderConnection {
  return {uuid, provider_uuid, policy_uuid, user_name}
}

export function profileView(store: Store, connection: ConnectionRecord): ProviderProfile {
  const {uuid, provider_uuid, user_name, display_name, email} = connection
  const provider_name = store.collection(providers).get(provider_uuid)?.name ?? ''
  return {connection_uuid: uuid, provider_uuid, provider_name, user_name, display_name, email}
}
