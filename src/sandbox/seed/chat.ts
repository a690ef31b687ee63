import {addGroupOf, channels, chatMessages} from '../chat/channels.ts'
import {namedUuid} from '../named-uuid.ts'
import {seededAccess, seededReader} from '../seeded-access.ts'
import {type Store} from '../store.ts'
import {joinGroup} from '../user-groups.ts'

const {accountUuid, userUuid} = seededAccess

const rooms: readonly {name: string; topic: string; members: string[]; said: [user: string, text: string][]}[] = [
  {
    name: 'Front desk',
    topic: 'Who comes and who waits',
    members: [userUuid, seededReader.userUuid],
    said: [
      [userUuid, 'Ms Solberg is here for 9:00.'],
      [seededReader.userUuid, 'Room 2, please.'],
    ],
  },
  {name: 'Announcements', topic: 'What everybody should know', members: [userUuid], said: []},
]

/** Channels of the default account, with those who are in them and what they said. */
export function seedChat(store: Store): void {
  for (const {name, topic, members, said} of rooms) {
    const uuid = namedUuid(`channel ${name}`)
    const group_uuid = namedUuid(`group of channel ${name}`)
    addGroupOf(store, {name, account_uuid: accountUuid, owner_uuid: userUuid, group_uuid})
    for (const member of members) joinGroup(store, group_uuid, member)
    store.collection(channels).put({
      ...{uuid, name, topic, account_uuid: accountUuid, group_uuid, owner_uuid: userUuid},
      ...{metadata: {}, status: 'active', own_group: true},
    })
    for (const [index, [user_uuid, content]] of said.entries()) {
      store.collection(chatMessages).put({
        uuid: namedUuid(`message ${index + 1} in ${name}`),
        channel_uuid: uuid,
        user_uuid,
        content: {contentType: 'string', content},
      })
    }
  }
}
