import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {
  channels as channelRecords,
  channelView,
  chatMessages,
  createChannel,
  mustFindChannel,
  removeChannel,
} from '../chat/channels.ts'
import {chatContent} from '../chat/message-fields.ts'
import {oneOf, readBody, readObject, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, listReply, mapItems, within} from '../lists.ts'
import {readChanges} from '../record-fields.ts'
import {groupMembers} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {groupsOfUser, joinGroup, leaveGroup, memberView} from '../user-groups.ts'

type ChannelRequest = FastifyRequest<{Params: {channel: string}; Querystring: {max?: string}}>
type MemberRequest = FastifyRequest<{Params: {channel: string; member: string}}>

const filterable = [
  ...['uuid', 'name', 'topic', 'description', 'account_uuid', 'group_uuid', 'owner_uuid'],
  ...['type', 'parent_uuid', 'status'],
]

const defaultMessages = 100

/** The chat service: channels, whose members are those of a user group, and messages in them. */
export function chat(app: FastifyInstance, sandbox: Sandbox): void {
  channelRoutes(app, sandbox)
  memberRoutes(app, sandbox)
  messageRoutes(app, sandbox)
}

function channelRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const channels = store.collection(channelRecords)

  const found = (request: ChannelRequest) => mustFindChannel(store, request, request.params.channel)

  app.post('/chat/channels', (request) => channelView(createChannel(store, request)))

  // Clients that ask for the channels of a user name the user in a header.
  app.get('/chat/channels', (request) => {
    const user = request.headers['x-user-uuid']
    const seen = within(filtersOf(request, filterable), 'account_uuid', request.caller.visibleAccounts())
    if (typeof user !== 'string') return mapItems(listCollection(request, channels, {where: seen}), channelView)
    const groups = groupsOfUser(store, request.caller.mustSeeUser(user).uuid)
    return mapItems(listCollection(request, channels, {where: within(seen, 'group_uuid', groups)}), channelView)
  })

  app.get('/chat/channels/:channel', (request: ChannelRequest) => channelView(found(request)))

  app.put('/chat/channels/:channel/info', (request: ChannelRequest) => {
    const fields = {name: string({min: 1, max: 200}), topic: string(), description: string()}
    return store.transaction(() => {
      const channel = found(request)
      return channelView(channels.put({...channel, ...readChanges(request, fields, channel)}))
    })
  })

  app.put('/chat/channels/:channel/meta', (request: ChannelRequest) => {
    const metadata = readObject(request)
    return store.transaction(() => channelView(channels.put({...found(request), metadata})))
  })

  app.delete('/chat/channels/:channel', (request: ChannelRequest, reply) => {
    store.transaction(() => removeChannel(store, found(request)))
    return reply.code(204).send()
  })
}

function memberRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const members = store.collection(groupMembers)

  app.get('/chat/channels/:channel/members', (request: ChannelRequest) => {
    const {group_uuid} = mustFindChannel(store, request, request.params.channel)
    return mapItems(listCollection(request, members, {where: {group_uuid}}), memberView)
  })

  app.post('/chat/channels/:channel/members', (request: ChannelRequest) => {
    const body = readBody(request, {uuid: required(uuid()), type: oneOf(['user'])})
    return store.transaction(() => {
      const {group_uuid} = mustFindChannel(store, request, request.params.channel)
      const {uuid: user_uuid} = request.caller.mustSeeUser(body.uuid)
      joinGroup(store, group_uuid, user_uuid)
      return memberView({user_uuid})
    })
  })

  app.delete('/chat/channels/:channel/members/:member', (request: MemberRequest) =>
    store.transaction(() => {
      const {channel, member: user_uuid} = request.params
      const {group_uuid} = mustFindChannel(store, request, channel)
      if (!members.first({group_uuid, user_uuid})) throw notFound(`Member ${user_uuid} of channel ${channel}`)
      leaveGroup(store, group_uuid, user_uuid)
      return memberView({user_uuid})
    }),
  )
}

function messageRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const messages = store.collection(chatMessages)

  // The latest `max`, newest first: there is no other way to page.
  app.get('/chat/channels/:channel/messages', (request: ChannelRequest) => {
    const {uuid: channel_uuid} = mustFindChannel(store, request, request.params.channel)
    const {max = ''} = request.query
    const limit = (/^\d{1,9}$/.test(max) && Number(max)) || defaultMessages
    const total = messages.count({where: {channel_uuid}})
    const {items} = messages.page({where: {channel_uuid}}, {offset: Math.max(total - limit, 0), limit})
    return listReply({total, items: items.reverse()}, {offset: 0, limit})
  })

  app.post('/chat/channels/:channel/messages', (request: ChannelRequest) => {
    const {content, user_uuid} = readBody(request, {content: required(chatContent()), user_uuid: uuid()})
    const {uuid: channel_uuid} = mustFindChannel(store, request, request.params.channel)
    const author = user_uuid === undefined ? request.caller.user : request.caller.mustSeeUser(user_uuid)
    return messages.put({uuid: randomUUID(), channel_uuid, user_uuid: author.uuid, content})
  })
}
