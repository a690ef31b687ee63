import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {oneOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listArray} from '../lists.ts'
import {
  type Conversation,
  conversations as conversationRecords,
  messagesOf,
  openConversation,
} from '../messaging/conversations.ts'
import {channels, contentParts, sendMessage} from '../messaging/messages.ts'
import {phoneNumber, readNumbers} from '../phone-numbers.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type ConversationRequest = FastifyRequest<{Params: {conversation: string}}>
type Query = Readonly<Record<string, string | undefined>>

/** The messaging service: users' conversations with phone numbers, and the messages in them. */
export function messaging(app: FastifyInstance, sandbox: Sandbox): void {
  conversationRoutes(app, sandbox)
  messageRoutes(app, sandbox)
}

function conversationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const conversations = sandbox.store.collection(conversationRecords)

  app.post('/messaging/users/:user/conversations', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const phoneNumbers = readNumbers(request, 'phone_numbers')
    const {name} = readBody(request, {name: string({max: 255})})
    return openConversation(sandbox, user.uuid, {phoneNumbers, name})
  })

  app.get('/messaging/users/:user/conversations', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const filters = filtersOf(request, ['uuid', 'name', 'snooze'])
    const found = conversations.find({where: {...filters, user_uuid: user.uuid}})
    const query = request.query as Query
    const page = listArray(request, inOrder(found, 'last_message_datetime', query['sort']))
    return {...page, items: page.items.map((conversation) => withMessages(sandbox, conversation, query))}
  })
}

function messageRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const conversations = store.collection(conversationRecords)

  app.post('/messaging/users/:user/messages', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const body = readBody(request, {
      to: required(uuid()),
      from: required(phoneNumber()),
      channel: oneOf(channels),
      content: required(contentParts()),
    })
    return store.transaction(() => {
      const conversation = conversations.first({'context.uuid': body.to, user_uuid: user.uuid})
      if (!conversation) throw notFound(`A conversation with the context ${body.to}`)
      const message = sendMessage(sandbox, request.caller, {
        ...body,
        channel: body.channel ?? 'sms',
        conversation_uuid: conversation.uuid,
        recipients: conversation.phone_numbers,
      })
      conversations.put({...conversation, last_message_datetime: message.datetime})
      return message
    })
  })

  app.get('/messaging/conversations/:conversation/messages', (request: ConversationRequest) => {
    const conversation = conversations.get(request.params.conversation)
    if (!conversation) throw notFound(`Conversation ${request.params.conversation}`)
    request.caller.mustSeeUser(conversation.user_uuid)
    const found = messagesOf(sandbox, conversation.uuid)
    return listArray(request, inOrder(found, 'datetime', (request.query as Query)['sort']))
  })
}

/** Newest first, unless `sort` names the field without a minus. Of the same time, the later record counts as newer. */
function inOrder<Field extends string, Item extends Readonly<Record<Field, string>>>(
  items: readonly Item[],
  field: Field,
  sort: string | undefined,
): Item[] {
  const oldestFirst = items.toSorted((a, b) => a[field].localeCompare(b[field]))
  return sort === field ? oldestFirst : oldestFirst.reverse()
}

/** With `expand=messages` a conversation shows its last messages: one, or `messages.limit` of them. */
function withMessages(sandbox: Sandbox, conversation: Conversation, query: Query) {
  if (!query['expand']?.split(',').includes('messages')) return conversation
  const wanted = Number(query['messages.limit'] ?? 1)
  const latest = messagesOf(sandbox, conversation.uuid).slice(Number.isInteger(wanted) && wanted > 0 ? -wanted : -1)
  const shown = query['messages.sort'] === 'datetime' ? latest : latest.reverse()
  return {...conversation, messages: shown}
}
