import {wholeBody} from '../../../lib/body-parameter.ts'
import {type Channel, channelDetails} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getChannel from './get.ts'

export default operation({
  operation: 'Chat.updateChannelMeta',
  summary: 'Put other metadata in place of a channel’s',
  description: 'What you give is all that there is afterwards. With --edit, you begin with what is there.',
  request: 'PUT /chat/channels/{channel_uuid}/meta',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to change'),
    body: wholeBody('the metadata, with any fields'),
  },
  effect: {changes: 'replace the metadata of the channel'},
  current: async (caller, {channel_uuid}) => (await caller.call(getChannel, {channel_uuid})).metadata,
  reply: object<Channel>({columns: channelDetails, id: 'uuid'}),
  examples: [['Two fields', '76e46975-a37a-51b7-83e7-a648f6b45cc1 -F colour=blue -F pinned=true']],
})
