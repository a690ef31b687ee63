import {type Channel, channelDetails} from '../../../lib/chat/channel.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {json, text, user, uuid} from '../../../lib/parameters.ts'

export default operation({
  operation: 'Chat.createChannel',
  summary: 'Create a chat channel',
  request: 'POST /chat/channels',
  parameters: {
    name: text('--name', 'what it is called', {required: true}),
    topic: text('--topic', 'what it is about', {required: true}),
    description: text('--description', 'a few words about it'),
    account_uuid: uuid('--account', 'account that it belongs to'),
    group_uuid: uuid('--group', 'user group whose members are those of the channel'),
    owner_uuid: user(),
    metadata: json('--metadata', 'data of your own', {schema: {type: 'object'}}),
    type: text('--type', 'kind of the channel'),
    parent_uuid: uuid('--parent', 'channel that it is below'),
  },
  effect: {changes: 'create a channel for'},
  reply: object<Channel>({columns: channelDetails, id: 'uuid'}),
  examples: [
    ['With yourself in it', '--name Shifts --topic "Who works when"'],
    [
      'For the members of a group',
      '--name Doctors --topic "Cases of the week" --group 0b903867-8510-5a40-bf8e-cb632ce2978b --metadata \'{"colour": "blue"}\'',
    ],
  ],
})
