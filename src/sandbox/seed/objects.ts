import {namedUuid} from '../named-uuid.ts'
import {objects, type StoredObject} from '../objects/objects.ts'
import {seededAccess, seededReader, seededSharing} from '../seeded-access.ts'
import {type Store} from '../store.ts'

/** An object that the default account's users share, one of each of them, one of the account, and one of everybody. */
export function seedObjects(store: Store): void {
  add(store, 'Price list', {
    uuid: seededSharing.resourceUuid,
    user_uuid: seededAccess.userUuid,
    content: {currency: 'USD', cleaning: 90, whitening: 250},
  })
  add(store, 'Notes', {user_uuid: seededAccess.userUuid, content: {text: 'Call the supplier'}})
  add(store, 'Shortcuts', {user_uuid: seededReader.userUuid, content: {home: 'calls'}})
  add(store, 'Colours', {type: 'branding', account_uuid: seededAccess.accountUuid, content: {primary: '#0a7d8c'}})
  add(store, 'Public holidays', {content: {days: ['2026-01-01', '2026-07-04', '2026-12-25']}})
}

function add(store: Store, name: string, rest: Partial<StoredObject>): void {
  store.collection(objects).put({
    uuid: namedUuid(`object ${name}`),
    name,
    type: 'data_object',
    description: '',
    content_type: 'application/json',
    content: {},
    metadata: {},
    ...rest,
  })
}
