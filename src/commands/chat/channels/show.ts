import {type UserGroup} from '../../../lib/auth/user-group.ts'
import {type Channel} from '../../../lib/chat/channel.ts'
import {type ChatMessage, chatMessageColumns} from '../../../lib/chat/chat-message.ts'
import {collect} from '../../../lib/collect.ts'
import {Command} from '../../../lib/command.ts'
import {badReply} from '../../../lib/errors.ts'
import {operation} from '../../../lib/operation.ts'
import {list, object} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {cellText, each, valueAt} from '../../../lib/output/columns.ts'
import {integer, uuid} from '../../../lib/parameters.ts'
import getGroup from '../../groups/get.ts'

interface WholeChannel {
  info: Channel
  members: UserGroup['members']
  messages: ChatMessage[]
}

const channelInfo = operation({
  operation: 'Chat.getChannelInfo',
  summary: 'Show a channel with its members and messages',
  request: 'GET /chat/channels/{channel_uuid}',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to show'),
  },
  reply: object<Partial<Channel>>({columns: ['uuid', 'group_uuid'], id: 'uuid'}),
  examples: [],
})

/** So many of the latest messages, in one request. */
const latestMessages = operation({
  operation: 'Chat.getMessages',
  summary: 'List the latest messages of a channel',
  request: 'GET /chat/channels/{channel_uuid}/messages',
  parameters: {
    channel_uuid: channelInfo.shape.parameters.channel_uuid,
    max: integer('--message-count', 'how many of the latest messages', {default: 100}),
  },
  reply: list<ChatMessage>({columns: chatMessageColumns, id: 'uuid', noun: 'messages', paging: 'none'}),
  examples: [],
})

const reply = object<WholeChannel>({
  columns: [
    'info.uuid',
    'info.name',
    'info.topic',
    {path: 'members.items', header: 'MEMBERS', format: each((member) => cellText(valueAt(member, 'uuid')))},
    {path: 'messages', format: each(asLine)},
  ],
})

/** Who said what. */
function asLine(message: unknown): string {
  const said = valueAt(message, 'content.content') ?? valueAt(message, 'content.parts')
  return `${cellText(valueAt(message, 'user_uuid'))}: ${cellText(said)}`
}

export default class Show extends Command {
  static override readonly shape = {
    ...channelInfo.shape,
    description: 'Members are those of the channel’s user group; messages come with the newest first.',
    parameters: {
      ...channelInfo.shape.parameters,
      message_count: integer('--message-count', 'how many of the latest messages to show', {
        in: 'local',
        default: 100,
        min: 1,
      }),
    },
    reply,
    examples: [
      ['All there is', '76e46975-a37a-51b7-83e7-a648f6b45cc1 -o json'],
      [
        'What was said last',
        '76e46975-a37a-51b7-83e7-a648f6b45cc1 --message-count 1 --jq ".messages[0].content.content"',
      ],
    ],
  } as const
  static override readonly calls = [channelInfo, latestMessages, getGroup]

  async run(): Promise<void> {
    const {channel_uuid, message_count: max} = await this.values(Show.shape)
    if (this.flags['dry-run'] === true) {
      await this.showRequest(channelInfo, {channel_uuid})
      return this.showRequest(latestMessages, {channel_uuid, max}, [getGroup])
    }
    const [info, messages] = await Promise.all([
      this.call(channelInfo, {channel_uuid}),
      collect(this.all(latestMessages, {channel_uuid, max})),
    ])
    if (info.group_uuid === undefined) throw badReply('the channel has no user group')
    const {members} = await this.call(getGroup, {group_uuid: info.group_uuid})
    await printReply(reply, {info, members, messages}, this.console)
  }
}
