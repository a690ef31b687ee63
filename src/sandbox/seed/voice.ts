import {extensionRecords} from '../areas/voice.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededNeighbour, seededReader, type SeededUser} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const desks: readonly [number: string, name: string, user: SeededUser][] = [
  ['101', 'Ada Rivera', seededAccess],
  ['102', 'Ben Okafor', seededReader],
  ['201', 'Cleo Marsh', seededNeighbour],
]

/** An extension for each user of the default account and its neighbour. */
export function seedVoice(store: Store): void {
  for (const [number, name, {accountUuid, userUuid}] of desks) {
    store.collection(extensionRecords).put({
      uuid: namedUuid(`extension ${number}`),
      number,
      name,
      account_uuid: accountUuid,
      user_uuid: userUuid,
      channels: [{type: 'sip', name: `desk-${number}`}],
      metadata: {voicemail: true},
    })
  }
}
