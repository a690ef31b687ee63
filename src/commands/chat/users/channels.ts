import {type Channel, channelColumns} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'
import {account, user} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.listUsersChannels',
  summary: 'List the channels of an account that a user is in',
  request: 'GET /chat/channels',
  parameters: {
    account_uuid: account(),
    user_uuid: user({in: 'header x-user-uuid'}),
  },
  reply: list<Channel>({columns: channelColumns, id: 'uuid', noun: 'channels'}),
  examples: [
    ['Yours', ''],
    ['Those of another user', '--user cdb115b0-99b0-5c62-8bcc-f93edb821bb6'],
  ],
})
