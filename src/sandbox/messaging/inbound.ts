import {CliError} from '../../lib/errors.ts'
import {ExitCode} from '../../lib/exit-code.ts'
import {type InventoryNumber} from '../number-inventory.ts'
import {announceReceived} from '../pubsub/announcements.ts'
import {identities} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {conversations, openConversation, type StoredConversation} from './conversations.ts'
import {activeCampaign, handOver, storeMessage, type StoredMessage} from './messages.ts'
import {obeyKeyword} from './opt-outs.ts'

/** A text from outside. Numbers are in E.164. */
export interface InboundText {
  from: string
  to: string
  text: string
}

/** Where it arrived, and what the campaign of the number answered by itself. */
export interface Received {
  conversation: StoredConversation
  message: StoredMessage
  answer: StoredMessage | undefined
}

/**
 * Puts a text from outside into the conversation of the user who has the number, and answers keywords as the number’s
 * campaign does. Throws a CliError when nobody has the number.
 */
export function receiveText(sandbox: Sandbox, {from, to, text}: InboundText): Received {
  const {store} = sandbox
  return store.transaction(() => {
    const {account, user, campaign_id} = ownerOf(store, to)
    const conversation = openConversation(sandbox, user, {phoneNumbers: [from]})
    const inConversation = {
      to: conversation.context.uuid,
      conversation_uuid: conversation.uuid,
      channel: 'sms',
      account_uuid: account,
    } as const
    const content = [{type: 'text', body: text}]
    const message = storeMessage(sandbox, {...inConversation, from, content, recipients: [to], status: 'received'})
    const campaign = campaign_id === null ? undefined : activeCampaign(sandbox, campaign_id)
    const words = campaign && obeyKeyword(store, campaign, from, text)
    const answer =
      words &&
      storeMessage(sandbox, {
        ...inConversation,
        from: to,
        content: [{type: 'text', body: words}],
        recipients: [from],
        status: 'sent',
      })
    announceReceived(sandbox, message, account, user)
    if (answer) handOver(sandbox, answer, null)
    store.collection(conversations).put({...conversation, last_message_datetime: message.datetime})
    return {conversation, message, answer: answer || undefined}
  })
}

/** Whose the number is: the user that it was provisioned to, or the one of the account who has it as an alias. */
function ownerOf(store: Store, number: string): {account: string; user: string} & Pick<InventoryNumber, 'campaign_id'> {
  const {account_uuid = null, user_uuid = null, campaign_id = null} = store.numbers.get(number) ?? {}
  if (account_uuid === null) throw nobodyHas(number, 'is not provisioned in the sandbox')
  const user = user_uuid ?? userWithAlias(store, account_uuid, number)
  if (user === undefined) throw nobodyHas(number, 'is no user’s, so that no conversation can get the text')
  return {account: account_uuid, user, campaign_id}
}

function userWithAlias(store: Store, accountUuid: string, number: string): string | undefined {
  const users = store.collection(identities).find({where: {account_uuid: accountUuid}})
  return users.find(({aliases}) => aliases.some(({sms}) => sms === number))?.uuid
}

function nobodyHas(number: string, what: string): CliError {
  return new CliError(`The number ${number} ${what}.`, {
    code: 'unknown-number',
    exit: ExitCode.NotFound,
    hint: 'To see numbers and whose they are: commsctl numbers list --profile sandbox',
  })
}
