import {type FastifyRequest} from 'fastify'
import {type JsonValue} from '../../lib/client/wire.ts'
import {type Field, listOf, readBody, required} from '../fields.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {conversations, type StoredConversation} from './conversations.ts'

/** The conversation, when it is there and of a user whom the caller sees (else 404). */
export function mustSeeConversation(store: Store, {caller}: FastifyRequest, uuid: string): StoredConversation {
  const conversation = store.collection(conversations).get(uuid)
  if (!conversation || conversation.deleted_at !== undefined) throw notFound(`Conversation ${uuid}`)
  caller.mustSeeUser(conversation.user_uuid)
  return conversation
}

/** The uuids that a body lists in a field: as text, or as objects that have one. */
export function readUuids(request: FastifyRequest, field: string): string[] {
  return readBody(request, {[field]: required(listOf(uuidOf))})[field] ?? []
}

const uuidOf: Field<string | undefined> = (value) => {
  const uuid: JsonValue | undefined =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value['uuid'] : value
  return typeof uuid === 'string' || uuid === undefined ? {value: uuid} : {problem: 'must be a uuid'}
}

/** Newest first, unless `sort` names the field without a minus. Of the same time, the later record counts as newer. */
export function inOrder<Field extends string, Item extends Readonly<Record<Field, string>>>(
  items: readonly Item[],
  field: Field,
  sort: string | undefined,
): Item[] {
  const oldestFirst = items.toSorted((a, b) => a[field].localeCompare(b[field]))
  return sort === field ? oldestFirst : oldestFirst.reverse()
}
