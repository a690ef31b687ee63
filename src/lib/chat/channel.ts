import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** A place where users write to each other. */
export interface Channel {
  uuid: string
  name: string
  topic: string
  description?: string
  account_uuid: string
  /** The user group whose members are those of the channel. */
  group_uuid: string
  owner_uuid: string
  metadata: JsonObject
  type?: string
  /** The channel that it is below. */
  parent_uuid?: string
  status: 'active'
}

export interface ChannelMember {
  uuid: string
  type: 'user'
}

/** What a table of channels shows. */
export const channelColumns: readonly ColumnSpec<Channel>[] = ['uuid', 'name', 'topic', 'owner_uuid', 'status']

/** What is shown of one channel. */
export const channelDetails: readonly ColumnSpec<Channel>[] = [
  ...channelColumns,
  'description',
  'type',
  'account_uuid',
  'group_uuid',
  'parent_uuid',
  'metadata',
]

/** Fields of channels that lists can be filtered by. */
export const channelFilters = ['name', 'topic', 'type', 'status', 'account_uuid', 'owner_uuid', 'parent_uuid'] as const

/** What can be changed of a channel. */
export const channelFields: Fields = {
  name: {type: 'string', minLength: 1},
  topic: {type: 'string', description: 'what it is about'},
  description: {type: 'string', description: 'a few words about it'},
}

export const channelMemberColumns: readonly ColumnSpec<ChannelMember>[] = ['uuid', 'type']

export const channelMemberFields: Fields = {
  uuid: {type: 'string', format: 'uuid', description: 'the user'},
  type: {enum: ['user']},
}
