import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {boolean, readBody, required, string} from '../fields.ts'
import {filtersOf, listArray, mapItems} from '../lists.ts'
import {
  conversations as conversationRecords,
  deleteConversations,
  live,
  messagesOf,
  openConversation,
  type StoredConversation,
} from '../messaging/conversations.ts'
import {inOrder, mustSeeConversation, readUuids} from '../messaging/requests.ts'
import {readNumbers} from '../phone-numbers.ts'
import {type Sandbox} from '../sandbox.ts'

type UserRequest = FastifyRequest<{Params: {user: string}; Querystring: Query}>
type ConversationRequest = FastifyRequest<{Params: {conversation: string}; Querystring: Query}>
type Query = Readonly<Record<string, string | undefined>>

const filterable = ['uuid', 'name', 'snooze', 'context.uuid', 'context.archived']

/** Conversations of users: opened, found, snoozed, archived and deleted. */
export function conversationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const conversations = store.collection(conversationRecords)

  const found = (request: ConversationRequest) => mustSeeConversation(store, request, request.params.conversation)

  app.post('/messaging/users/:user/conversations', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const phoneNumbers = readNumbers(request, 'phone_numbers')
    const {name} = readBody(request, {name: string({max: 255})})
    return openConversation(sandbox, user.uuid, {phoneNumbers, name})
  })

  app.get('/messaging/users/:user/conversations', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const all = conversations.find({where: {...filtersOf(request, filterable), user_uuid: user.uuid, ...live}})
    const page = listArray(request, inOrder(all, 'last_message_datetime', request.query['sort']))
    return mapItems(page, (conversation) => withMessages(sandbox, conversation, request.query))
  })

  app.get('/messaging/conversations/:conversation', (request: ConversationRequest) =>
    withMessages(sandbox, found(request), request.query),
  )

  app.post('/messaging/conversations/:conversation/modify', (request: ConversationRequest) => {
    const {snooze} = readBody(request, {snooze: required(boolean())})
    return store.transaction(() => conversations.put({...found(request), snooze}))
  })

  app.post('/messaging/conversations/:conversation/context/modify', (request: ConversationRequest, reply) => {
    const {archived} = readBody(request, {archived: required(boolean())})
    store.transaction(() => {
      const conversation = found(request)
      conversations.put({...conversation, context: {...conversation.context, archived}})
    })
    return reply.code(204).send()
  })

  app.delete('/messaging/conversations/:conversation', (request: ConversationRequest, reply) => {
    store.transaction(() => deleteConversations(sandbox, [found(request)]))
    return reply.code(204).send()
  })

  // Those that are not there are as good as deleted.
  app.post('/messaging/conversations/remove', (request, reply) => {
    const uuids = readUuids(request, 'conversations')
    store.transaction(() => {
      const named = conversations.find({where: {uuid: uuids, ...live}})
      const seen = named.filter(({user_uuid}) => request.caller.seesUser(user_uuid))
      deleteConversations(sandbox, seen)
    })
    return reply.code(204).send()
  })
}

/** With `expand=messages` a conversation shows its last messages: one, or `messages.limit` of them. */
function withMessages(sandbox: Sandbox, conversation: StoredConversation, query: Query) {
  if (!query['expand']?.split(',').includes('messages')) return conversation
  const wanted = Number(query['messages.limit'] ?? 1)
  const latest = messagesOf(sandbox, conversation.uuid).slice(Number.isInteger(wanted) && wanted > 0 ? -wanted : -1)
  const shown = query['messages.sort'] === 'datetime' ? latest : latest.reverse()
  return {...conversation, messages: shown}
}
