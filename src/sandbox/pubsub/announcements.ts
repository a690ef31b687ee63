import {type StoredMessage} from '../messaging/messages.ts'
import {type InventoryNumber} from '../number-inventory.ts'
import {type provisionedNumber} from '../provisioned-numbers.ts'
import {type Account, type Identity} from '../records.ts'
import {type Sandbox} from '../sandbox.ts'
import {type EventName} from '../../lib/pubsub/platform-events.ts'
import {publish} from './publish.ts'

/** Tells of a message: on its sender's side, and where it went to a number that somebody here has. */
export function announceMessage(sandbox: Sandbox, message: StoredMessage, sender: InventoryNumber): void {
  const {account_uuid, status} = message
  const common = {service: 'messaging', data: message} as const
  const event = status === 'sent' ? 'conversation_message_sent' : 'conversation_message_blocked'
  publish(sandbox, {...common, event, account_uuid, user_uuid: sender.user_uuid ?? undefined})
  if (status !== 'sent') return
  for (const recipient of message.recipients) {
    const receiver = sandbox.store.numbers.get(recipient)
    if (receiver?.account_uuid != null) announceReceived(sandbox, message, receiver.account_uuid, receiver.user_uuid)
  }
}

/** Tells whom a message came to. */
export function announceReceived(sandbox: Sandbox, message: StoredMessage, account: string, user: string | null): void {
  const owner = {account_uuid: account, user_uuid: user ?? undefined}
  publish(sandbox, {service: 'messaging', event: 'conversation_message_received', ...owner, data: message})
}

/** Tells of numbers that somebody got or gave back. */
export function announceNumbers(
  sandbox: Sandbox,
  event: 'number_provisioned' | 'number_released',
  numbers: readonly ReturnType<typeof provisionedNumber>[],
): void {
  for (const number of numbers) {
    const {account_uuid: account, user_uuid: user} = number
    if (account === null) continue
    publish(sandbox, {service: 'sms', event, account_uuid: account, user_uuid: user ?? undefined, data: number})
  }
}

/** Tells of a user. */
export function announceIdentity(
  sandbox: Sandbox,
  event: EventName<'identity'>,
  {aliases, properties, ...user}: Identity,
): void {
  const data = event === 'identity_property_change' ? {...user, properties} : {...user, aliases}
  publish(sandbox, {service: 'identity', event, account_uuid: user.account_uuid, user_uuid: user.uuid, data})
}

/** Tells of an account: one that comes or goes is its parent's concern. */
export function announceAccount(sandbox: Sandbox, event: EventName<'account'>, account: Account): void {
  const concerned = event === 'account_created' || event === 'account_deleted' ? account.parent_uuid : account.uuid
  publish(sandbox, {service: 'account', event, account_uuid: concerned ?? account.uuid, data: account})
}
