import {type Channel, channelColumns, channelFilters} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {filters} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.listChannels',
  summary: 'List the chat channels that you may see',
  request: 'GET /chat/channels',
  parameters: {
    filter: filters(channelFilters),
  },
  reply: list<Channel>({columns: channelColumns, id: 'uuid', noun: 'channels'}),
  examples: [
    ['All of them', '--all'],
    ['One by its name', '--filter name="Front desk"'],
  ],
})
