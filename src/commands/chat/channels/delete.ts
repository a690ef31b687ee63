import {operation} from '../../../lib/operation.ts'
import {empty} from '../../../lib/operation/declaration.ts'
import {uuid} from '../../../lib/parameters.ts'
import {shownBy} from '../../../lib/operation/consequences.ts'
import getChannel from './get.ts'

export default operation({
  operation: 'Chat.deleteChannel',
  summary: 'Delete a chat channel with its messages',
  request: 'DELETE /chat/channels/{channel_uuid}',
  parameters: {
    channel_uuid: uuid('CHANNEL', 'channel to delete'),
  },
  effect: {changes: 'delete the channel', destructive: true},
  consequences: shownBy(getChannel),
  reply: empty('The channel is deleted.'),
  examples: [['A channel that nobody writes in', '8d19947e-693b-5649-b6fa-d23f92663967']],
})
