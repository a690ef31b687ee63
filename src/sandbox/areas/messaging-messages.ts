import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {channels} from '../../lib/messaging/message.ts'
import {listOf, oneOf, readBody, required, string, uuid} from '../fields.ts'
import {listArray} from '../lists.ts'
import {conversations as conversationRecords, live, messagesOf} from '../messaging/conversations.ts'
import {contentParts, messages as messageRecords, sendMessage, type StoredMessage} from '../messaging/messages.ts'
import {inOrder, mustSeeConversation, readUuids} from '../messaging/requests.ts'
import {phoneNumber} from '../phone-numbers.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>
type ConversationRequest = FastifyRequest<{Params: {conversation: string}; Querystring: {sort?: string}}>
type MessageRequest = FastifyRequest<{Params: {message: string}}>

/** Messages in conversations: sent, read and deleted. */
export function messageRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const conversations = store.collection(conversationRecords)
  const messages = store.collection(messageRecords)

  app.post('/messaging/users/:user/messages', (request: UserRequest) => {
    const user = request.caller.mustSeeUser(request.params.user)
    const body = readBody(request, {
      to: required(uuid()),
      from: required(phoneNumber()),
      channel: oneOf(channels),
      content: required(contentParts()),
    })
    return store.transaction(() => {
      const conversation = conversations.first({'context.uuid': body.to, user_uuid: user.uuid, ...live})
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
    const {uuid} = mustSeeConversation(store, request, request.params.conversation)
    return listArray(request, inOrder(messagesOf(sandbox, uuid), 'datetime', request.query.sort))
  })

  app.post('/messaging/conversations/:conversation/messages/modify', (request: ConversationRequest) => {
    const {tags} = readBody(request, {tags: required(listOf(string({min: 1})))})
    return store.transaction(() => {
      const conversation = mustSeeConversation(store, request, request.params.conversation)
      for (const message of messagesOf(sandbox, conversation.uuid)) {
        messages.put({...message, tags: [...new Set([...message.tags, ...tags])]})
      }
      return conversation
    })
  })

  app.delete('/messaging/messages/:message', (request: MessageRequest, reply) => {
    const {message: id} = request.params
    store.transaction(() => {
      const message = messages.get(id)
      if (!message || !isSeen(request, message)) throw notFound(`Message ${id}`)
      messages.delete(id)
    })
    return reply.code(204).send()
  })

  // Those that are not there are as good as deleted.
  app.post('/messaging/messages/remove', (request, reply) => {
    const uuids = readUuids(request, 'messages')
    store.transaction(() => {
      const theirs = messages.find({where: {uuid: uuids}}).filter((message) => isSeen(request, message))
      for (const {uuid} of theirs) messages.delete(uuid)
    })
    return reply.code(204).send()
  })
}

function isSeen({caller}: FastifyRequest, {account_uuid}: StoredMessage): boolean {
  return caller.sees(account_uuid)
}
