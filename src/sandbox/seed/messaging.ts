import {conversations} from '../messaging/conversations.ts'
import {messages, type StoredMessage} from '../messaging/messages.ts'
import {namedUuid} from '../named-uuid.ts'
import {outbox} from '../outbox.ts'
import {seededAccess, seededNumbers} from '../seeded-access.ts'
import {type Store} from '../store.ts'

const {accountUuid, userUuid} = seededAccess
const office = seededNumbers.assigned[0]
const patient = '+14155550142'
const uuid = namedUuid(`conversation with ${patient}`)
const context = namedUuid(`context of ${uuid}`)

const said: readonly [from: string, text: string, datetime: string][] = [
  [office, 'Sunrise Dental: your appointment is on Monday at 9:00. Reply C to confirm.', '2025-02-07T15:00:00.000Z'],
  [patient, 'C', '2025-02-07T15:04:00.000Z'],
  [office, 'Thank you, see you on Monday.', '2025-02-07T15:05:00.000Z'],
]

/** A conversation of the default account's administrator with a patient, and in the outbox what was sent in it. */
export function seedMessaging(store: Store): void {
  store.collection(conversations).put({
    uuid,
    user_uuid: userUuid,
    context: {uuid: context, archived: false},
    name: patient,
    phone_numbers: [patient],
    snooze: false,
    last_message_datetime: said.at(-1)![2],
  })
  for (const message of said.map(asMessage)) {
    store.collection(messages).put(message)
    if (message.status === 'received') continue
    const {uuid: id, channel, from, recipients, content, datetime} = message
    store
      .collection(outbox)
      .put({uuid: id, channel, from, to: recipients, content, attachments: [], sent_by: userUuid, datetime})
  }
}

function asMessage([from, text, datetime]: (typeof said)[number], index: number): StoredMessage {
  const isOurs = from === office
  return {
    uuid: namedUuid(`message ${index + 1} with ${patient}`),
    conversation_uuid: uuid,
    to: context,
    from,
    channel: 'sms',
    content: [{type: 'text', body: text}],
    datetime,
    tags: isOurs ? [] : ['@read'],
    status: isOurs ? 'sent' : 'received',
    recipients: [isOurs ? patient : office],
    account_uuid: accountUuid,
  }
}
