import {badReply, usageError} from '../../lib/errors.ts'
import {openConversation, sendDirect} from '../../lib/messaging/sms.ts'
import {procedure} from '../../lib/operation/procedure.ts'
import {boolean, phoneNumber, phoneNumbers, text} from '../../lib/parameters.ts'
import sendIntoConversation from '../messaging/messages/reply.ts'

export default procedure({
  ...sendDirect.shape,
  summary: 'Send an SMS',
  description:
    'Sends from a user’s number inside the conversation with --number, which is opened when there is none. With --direct, sends to --to outside any conversation. A message whose reply was lost is never sent again.',
  parameters: {
    user_uuid: openConversation.shape.parameters.user_uuid,
    ...sendDirect.shape.parameters,
    'content[0].type': text('--content-type', 'type of the content, with --direct; text if left out'),
    phone_numbers: phoneNumbers('--number', 'who is to get it (repeat for more)'),
    to: phoneNumber('--to', 'who is to get it, with --direct'),
    direct: boolean('--direct', 'send outside any conversation', {in: 'local'}),
  },
  examples: [
    [
      'From a number that is in a campaign',
      '--from +19412340003 --number +19415550123 --text "Sunrise Dental: see you at 9."',
    ],
    ['Outside any conversation', '--direct --from +19412340003 --to +19415550123 --text "Your code is 1234."'],
  ],
  calls: [openConversation, sendIntoConversation, sendDirect],
  variants: {'--direct': sendDirect},
  check({direct, phone_numbers, to, 'content[0].type': type, metadata}) {
    if (direct === true) {
      if (to !== undefined && phone_numbers === undefined) return
      throw usageError('--direct needs --to, and takes no --number.')
    }
    if (phone_numbers === undefined || to !== undefined) {
      throw usageError('Say with --number who is to get it.', {
        hint: '--to goes with --direct, which sends outside any conversation.',
      })
    }
    if (type !== undefined || metadata !== undefined) {
      throw usageError('--content-type and --metadata go with --direct.')
    }
  },
  requests({direct, phone_numbers, user_uuid, ...message}) {
    return [direct === true ? [sendDirect, message] : [openConversation, {user_uuid, phone_numbers}]]
  },
  later: ({direct}) => (direct === true ? [] : [sendIntoConversation]),
  async perform(caller, {direct, phone_numbers, to, user_uuid, ...message}) {
    if (direct === true) return caller.call(sendDirect, {...message, to: to!})
    const {context} = await caller.call(openConversation, {user_uuid, phone_numbers: phone_numbers!})
    if (context === undefined) throw badReply('the conversation that it opened has no context')
    return caller.call(sendIntoConversation, {...message, user_uuid, to: context.uuid})
  },
})
