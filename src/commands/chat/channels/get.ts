import {type Channel, channelDetails} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.getChannel',
  summary: 'Show one chat channel',
  request: 'GET /chat/channels/{channel_uuid}',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to show'),
  },
  reply: object<Channel>({columns: channelDetails, id: 'uuid'}),
  examples: [['A channel', '76e46975-a37a-51b7-83e7-a648f6b45cc1']],
})
