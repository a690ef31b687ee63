import {seededAccess} from '../seeded-access.ts'
import {shortUrls} from '../short-urls.ts'
import {type Store} from '../store.ts'

const createdAt = Date.UTC(2025, 1, 3, 15)

/** Two links of the default account's administrator. */
export function seedShortUrls(store: Store): void {
  const made = {
    account_uuid: seededAccess.accountUuid,
    user_uuid: seededAccess.userUuid,
    created_at: createdAt,
    views: 0,
  }
  store.collection(shortUrls).put({short_code: 'parking', url: 'https://sunrise.example/parking', ...made})
  store.collection(shortUrls).put({short_code: 'forms', url: 'https://sunrise.example/forms', ...made})
}
