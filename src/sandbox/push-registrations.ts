import {createHash} from 'node:crypto'
import {type Registration} from '../lib/mobile/registration.ts'
import {type CollectionSpec} from './collection.ts'
import {type Store} from './store.ts'

export interface StoredRegistration extends Registration {
  /** Made of the token, which is a secret. */
  id: string
}

export const pushRegistrations: CollectionSpec<StoredRegistration> = {
  name: 'push_registrations',
  id: 'id',
  indexes: ['user_uuid'],
}

/** Stores a registration, in place of the one with its token. */
export function registerDevice(store: Store, registration: Registration): void {
  store.collection(pushRegistrations).put({id: registrationId(registration.push_token), ...registration})
}

export function registrationId(pushToken: string): string {
  return createHash('sha256').update(pushToken).digest('hex')
}

/** A registration as replies show it. */
export function registrationView(stored: StoredRegistration): Registration {
  const {user_uuid, device_id, push_token, application, platform} = stored
  return {user_uuid, device_id, push_token, application, platform}
}
