import {wholeBody} from '../../../lib/body-parameter.ts'
import {type Channel, channelDetails, channelFields} from '../../../lib/chat/channel.ts'
import {defined} from '../../../lib/defined.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import getChannel from './get.ts'

export default operation({
  operation: 'Chat.updateChannelInfo',
  summary: 'Change a channel’s name, topic or description',
  description:
    'Name only what is to change: the channel is read first, so that the rest stays as it is. For its metadata there is ' +
    'commsctl chat channels update-meta.',
  request: 'PUT /chat/channels/{channel_uuid}/info',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to change'),
    body: wholeBody('what to change', {fields: channelFields}),
  },
  effect: {changes: 'change the channel', replaces: true},
  current: async (caller, {channel_uuid}) => {
    const {name, topic, description} = await caller.call(getChannel, {channel_uuid})
    return defined({name, topic, description})
  },
  reply: object<Channel>({columns: channelDetails, id: 'uuid'}),
  examples: [['Another topic', '76e46975-a37a-51b7-83e7-a648f6b45cc1 -F topic="Who is at the desk"']],
})
