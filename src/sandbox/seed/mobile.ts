import {registerDevice} from '../push-registrations.ts'
import {seededAccess, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'

/** Phones of the default account's users. */
export function seedMobile(store: Store): void {
  const application = 'com.example.desk'
  registerDevice(store, {
    user_uuid: seededAccess.userUuid,
    device_id: 'pixel-7',
    push_token: 'sandbox-push-token-1',
    application,
    platform: 'android',
  })
  registerDevice(store, {
    user_uuid: seededReader.userUuid,
    device_id: 'iphone-15',
    push_token: 'sandbox-push-token-2',
    application,
    platform: 'ios',
  })
}
