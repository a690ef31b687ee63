import {randomUUID} from 'node:crypto'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Message, messages} from './messages.ts'

/** A user's conversation with phone numbers. */
export interface Conversation {
  uuid: string
  user_uuid: string
  /** What messages are sent to, and not the conversation itself. */
  context: {uuid: string; archived: boolean}
  name: string
  /** E.164, in order, so that a user has one conversation with them. */
  phone_numbers: string[]
  snooze: boolean
  /** ISO 8601; when the conversation was opened, as long as it has no message. */
  last_message_datetime: string
}

export const conversations: CollectionSpec<Conversation> = {
  name: 'conversations',
  id: 'uuid',
  indexes: ['user_uuid', 'phone_numbers', 'context.uuid'],
}

/** The user's conversation with these numbers: the one that is there, or a new one. */
export function openConversation(
  {store, clock}: Sandbox,
  userUuid: string,
  {phoneNumbers, name}: {phoneNumbers: string[]; name: string | undefined},
): Conversation {
  const all = store.collection(conversations)
  const phone_numbers = phoneNumbers.toSorted()
  return store.transaction(
    () =>
      all.first({user_uuid: userUuid, phone_numbers: JSON.stringify(phone_numbers)}) ??
      all.put({
        uuid: randomUUID(),
        user_uuid: userUuid,
        context: {uuid: randomUUID(), archived: false},
        name: name ?? phoneNumbers.join(', '),
        phone_numbers,
        snooze: false,
        last_message_datetime: new Date(clock.now()).toISOString(),
      }),
  )
}

/** The messages of a conversation, in the order in which they came. */
export function messagesOf({store}: Sandbox, conversationUuid: string): Message[] {
  return store.collection(messages).find({where: {conversation_uuid: conversationUuid}})
}
