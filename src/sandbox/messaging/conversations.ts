import {randomUUID} from 'node:crypto'
import {type Conversation} from '../../lib/messaging/conversation.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {messages, type StoredMessage} from './messages.ts'

const keptMilliseconds = 30 * 24 * 60 * 60 * 1000

const forgetKind = 'messaging.forget'

/** A conversation with whose it is. Numbers are in E.164, in order, so that a user has one conversation with them. */
export interface StoredConversation extends Omit<Conversation, 'messages'> {
  user_uuid: string
  /** Milliseconds on the sandbox's clock: deleted conversations are hidden, and kept for a while. */
  deleted_at?: number
}

export const conversations: CollectionSpec<StoredConversation> = {
  name: 'conversations',
  id: 'uuid',
  indexes: ['user_uuid', 'phone_numbers', 'context.uuid'],
}

/** What holds for conversations that are not deleted. */
export const live = {deleted_at: null} as const

/** The user's conversation with these numbers: the one that is there, or a new one. */
export function openConversation(
  {store, clock}: Sandbox,
  userUuid: string,
  {phoneNumbers, name}: {phoneNumbers: string[]; name?: string | undefined},
): StoredConversation {
  const all = store.collection(conversations)
  const phone_numbers = phoneNumbers.toSorted()
  return store.transaction(
    () =>
      all.first({user_uuid: userUuid, phone_numbers: JSON.stringify(phone_numbers), ...live}) ??
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

/** Hides conversations, and puts down when they are gone for good. To be called in a transaction. */
export function deleteConversations(sandbox: Sandbox, deleted: readonly StoredConversation[]): void {
  const {store, clock} = sandbox
  const now = clock.now()
  for (const conversation of deleted) {
    const context = {...conversation.context, archived: true}
    forgetLater(sandbox, store.collection(conversations).put({...conversation, context, deleted_at: now}))
  }
}

/** Puts down when a conversation is gone for good, if it is deleted. */
export function forgetLater({agenda}: Sandbox, {uuid, deleted_at: at}: StoredConversation): void {
  agenda.withdraw(forgetKind, {uuid})
  if (at !== undefined) agenda.add(at + keptMilliseconds, forgetKind, {uuid})
}

/** Lets the agenda remove deleted conversations when their time is over. */
export function forgetDeleted({store, agenda}: Sandbox): void {
  agenda.register(forgetKind, ({uuid}) => removeConversation(store, uuid as string))
}

/** For a user that is deleted. */
export function removeConversationsOf(store: Store, userUuid: string): void {
  const theirs = store.collection(conversations).find({where: {user_uuid: userUuid}})
  for (const {uuid} of theirs) removeConversation(store, uuid)
}

function removeConversation(store: Store, uuid: string): void {
  store.collection(messages).deleteWhere({conversation_uuid: uuid})
  store.collection(conversations).delete(uuid)
}

/** The messages of a conversation, in the order in which they came. */
export function messagesOf({store}: Sandbox, conversationUuid: string): StoredMessage[] {
  return store.collection(messages).find({where: {conversation_uuid: conversationUuid}})
}
