import {pushRegistrations} from '../push-registrations.ts'
import {seededAccess, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'

/** Phones of the default account's users. */
export function seedMobile(store: Store): void {
  const registrations = store.collection(pushRegistrations)
  const application = 'com.example.desk'
  registrations.put({
    user_uuid: seededAccess.userUuid,
    device_id: 'pixel-7',
    push_token: 'sandbox-push-token-1',
    application,
    platform: 'android',
  })
  registrations.put({
    user_uuid: seededReader.userUuid,
    device_id: 'iphone-15',
    push_token: 'sandbox-push-token-2',
    application,
    platform: 'ios',
  })
}
