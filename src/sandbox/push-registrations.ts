import {type Registration} from '../lib/mobile/registration.ts'
import {type CollectionSpec} from './collection.ts'

export const pushRegistrations: CollectionSpec<Registration> = {
  name: 'push_registrations',
  id: 'push_token',
  indexes: ['user_uuid'],
}
