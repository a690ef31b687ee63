import {randomUUID} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {type Channel} from '../../lib/chat/channel.ts'
import {type ChatMessage} from '../../lib/chat/chat-message.ts'
import {type CollectionSpec} from '../collection.ts'
import {object, readBody, required, string, uuid} from '../fields.ts'
import {given} from '../record-fields.ts'
import {userGroups} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Store} from '../store.ts'
import {joinGroup, removeGroup} from '../user-groups.ts'

/** A channel, and whether its group was made with it, so that it goes with it. */
export type StoredChannel = Channel & {own_group: boolean}

type Grouped = Pick<Channel, 'name' | 'account_uuid' | 'owner_uuid' | 'group_uuid'>

export const channels: CollectionSpec<StoredChannel> = {
  name: 'chat_channels',
  id: 'uuid',
  indexes: ['account_uuid', 'group_uuid', 'name'],
}

export const chatMessages: CollectionSpec<ChatMessage> = {
  name: 'chat_messages',
  id: 'uuid',
  indexes: ['channel_uuid'],
}

/** A channel as replies show it. */
export function channelView(channel: StoredChannel): Channel & {own_group: undefined} {
  return {...channel, own_group: undefined}
}

/** The channel, when its account is one that the caller sees (else 404). */
export function mustFindChannel(store: Store, {caller}: FastifyRequest, uuid: string): StoredChannel {
  const channel = store.collection(channels).get(uuid)
  if (!channel) throw notFound(`Channel ${uuid}`)
  caller.mustReach(channel.account_uuid, `Channel ${uuid}`)
  return channel
}

/** A new channel. Where the body names no group, the channel gets one, with the owner in it. */
export function createChannel(store: Store, request: FastifyRequest): StoredChannel {
  const {caller} = request
  const body = readBody(request, {
    name: required(string({max: 200})),
    topic: string(),
    description: string(),
    account_uuid: uuid(),
    group_uuid: uuid(),
    owner_uuid: uuid(),
    metadata: object(),
    type: string(),
    parent_uuid: uuid(),
  })
  return store.transaction(() => {
    const account_uuid = caller.mustSee(body.account_uuid ?? caller.account.uuid).uuid
    const owner_uuid = body.owner_uuid === undefined ? caller.user.uuid : caller.mustSeeUser(body.owner_uuid).uuid
    if (body.parent_uuid !== undefined) mustFindChannel(store, request, body.parent_uuid)
    if (body.group_uuid !== undefined) mustFindGroup(store, request, body.group_uuid)
    const made = {uuid: randomUUID(), topic: '', metadata: {}, status: 'active', ...given(body)} as const
    const group_uuid = body.group_uuid ?? randomUUID()
    const own_group = body.group_uuid === undefined
    const channel = {...made, name: body.name, account_uuid, owner_uuid, group_uuid, own_group}
    if (own_group) addGroupOf(store, channel)
    return store.collection(channels).put(channel)
  })
}

/** Removes a channel with its messages, and with its group, if that was made for it. To be called in a transaction. */
export function removeChannel(store: Store, {uuid, group_uuid, own_group}: StoredChannel): void {
  store.collection(chatMessages).deleteWhere({channel_uuid: uuid})
  store.collection(channels).delete(uuid)
  if (own_group) removeGroup(store, group_uuid)
}

/** For an account that is deleted. */
export function removeChannelsOf(store: Store, accountUuid: string): void {
  const theirs = store.collection(channels).find({where: {account_uuid: accountUuid}})
  for (const channel of theirs) removeChannel(store, channel)
}

function mustFindGroup(store: Store, {caller}: FastifyRequest, uuid: string): void {
  const group = store.collection(userGroups).get(uuid)
  if (!group) throw notFound(`Group ${uuid}`)
  caller.mustReach(group.account_uuid, `Group ${uuid}`)
}

/** Makes the group of a channel that has one of its own, with the owner in it. */
export function addGroupOf(store: Store, {name, account_uuid, owner_uuid, group_uuid}: Grouped): void {
  store.collection(userGroups).put({
    uuid: group_uuid,
    name: `chat ${name}`,
    description: `Members of the channel ${name}`,
    type: 'chat',
    account_uuid,
    status: 'Active',
    default: false,
  })
  joinGroup(store, group_uuid, owner_uuid)
}
