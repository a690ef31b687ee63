import {Command} from '../../lib/command.ts'
import {badReply, usageError} from '../../lib/errors.ts'
import {openConversation, sendDirect} from '../../lib/messaging/sms.ts'
import {printReply, runOperation} from '../../lib/operation/run.ts'
import {boolean, phoneNumber, phoneNumbers} from '../../lib/parameters.ts'
import sendIntoConversation from '../messaging/messages/reply.ts'

export default class Send extends Command {
  static override readonly shape = {
    ...sendDirect.shape,
    summary: 'Send an SMS',
    description:
      'Sends from a user’s number inside the conversation with --number, which is opened when there is none. With --direct, sends to --to outside any conversation. A message whose reply was lost is never sent again.',
    parameters: {
      user_uuid: openConversation.shape.parameters.user_uuid,
      ...sendDirect.shape.parameters,
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
  } as const
  static override readonly calls = [openConversation, sendIntoConversation, sendDirect]
  static override readonly variants = {'--direct': sendDirect}

  async run(): Promise<void> {
    const {direct, phone_numbers, to, user_uuid, ...message} = await this.values(Send.shape)
    if (direct === true) {
      if (to === undefined || phone_numbers !== undefined)
        throw usageError('--direct needs --to, and takes no --number.')
      return runOperation(sendDirect.shape, {...message, to}, this.flags, this.console)
    }
    if (phone_numbers === undefined || to !== undefined) {
      throw usageError('Say with --number who is to get it.', {
        hint: '--to goes with --direct, which sends outside any conversation.',
      })
    }
    if (this.flags['content-type'] !== undefined || message.metadata !== undefined) {
      throw usageError('--content-type and --metadata go with --direct.')
    }
    if (this.flags['dry-run'] === true) return this.showRequest(openConversation, {user_uuid, phone_numbers})
    const {context} = await this.call(openConversation, {user_uuid, phone_numbers})
    if (context === undefined) throw badReply('the conversation that it opened has no context')
    const sent = await this.call(sendIntoConversation, {...message, user_uuid, to: context.uuid})
    await printReply(sendIntoConversation.shape.reply, sent, this.console)
  }
}
