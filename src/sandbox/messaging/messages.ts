import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type ContentPart, type Message} from '../../lib/messaging/message.ts'
import {recordActivity} from '../activity/activities.ts'
import {type Caller} from '../caller.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Field, listOf, object} from '../fields.ts'
import {type InventoryNumber} from '../number-inventory.ts'
import {putIntoOutbox} from '../outbox.ts'
import {e164} from '../phone-numbers.ts'
import {visibleNumber} from '../provisioned-numbers.ts'
import {announceMessage} from '../pubsub/announcements.ts'
import {forbidden} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Campaign, campaigns, campaignStatus} from '../ten-dlc/campaigns.ts'
import {hasOptedOut} from './opt-outs.ts'

/** A message that was sent, or came from outside. */
export interface StoredMessage extends Message {
  tags: string[]
  status: NonNullable<Message['status']>
  metadata?: JsonObject | undefined
  /** Numbers in E.164. */
  recipients: string[]
  account_uuid: string
}

export const messages: CollectionSpec<StoredMessage> = {
  name: 'messages',
  id: 'uuid',
  indexes: ['conversation_uuid', 'from', 'account_uuid'],
}

type Draft = Pick<StoredMessage, 'to' | 'from' | 'channel' | 'content' | 'recipients'> & {
  conversation_uuid?: string
  metadata?: JsonObject | undefined
}

/**
 * Stores a message as sent. As on the real network, the platform takes messages of any number that the sender's account has
 * (403 otherwise), and carriers block those of a number without active campaign, and those to people who opted out: such a
 * message says `blocked`.
 */
export function sendMessage(sandbox: Sandbox, caller: Caller, draft: Draft): StoredMessage {
  const from = e164(draft.from) ?? draft.from
  const sender = visibleNumber(sandbox.store, caller, from)
  if (!sender) throw forbidden(`The number ${from} is not provisioned to an account of yours.`)
  const obstacle = obstacleOf(sandbox, sender, draft.recipients)
  const status = obstacle === undefined ? 'sent' : 'blocked'
  const account = sender.account_uuid ?? caller.account.uuid
  const metadata = {from, to: draft.recipients.join(', ')}
  recordActivity(sandbox, {what: `message.${status}`, owner: caller.user.uuid, account, metadata})
  const message = storeMessage(sandbox, {
    ...draft,
    from,
    status,
    ...(obstacle !== undefined && {status_reason: obstacle}),
    account_uuid: account,
  })
  if (obstacle === undefined) handOver(sandbox, message, caller.user.uuid)
  announceMessage(sandbox, message, sender)
  return message
}

export function storeMessage(
  {store, clock}: Sandbox,
  message: Omit<StoredMessage, 'uuid' | 'datetime' | 'tags'>,
): StoredMessage {
  const datetime = new Date(clock.now()).toISOString()
  return store.collection(messages).put({uuid: randomUUID(), ...message, datetime, tags: []})
}

/** Gives a message to the carriers, which is to say, to the outbox. */
export function handOver(sandbox: Sandbox, message: StoredMessage, sentBy: string | null): void {
  const {uuid, channel, from, recipients, content} = message
  putIntoOutbox(sandbox, {uuid, channel, from, to: recipients, content, sent_by: sentBy})
}

/** What a message says: parts with a type, `text` when left out, and a text of at most 1600 characters or an address. */
export function contentParts(): Field<ContentPart[] | undefined> {
  return (given) => {
    const result = listOf(object())(given)
    if ('problem' in result || result.value === undefined) return result as {value: undefined} | {problem: string}
    const parts: ContentPart[] = []
    for (const [index, {type = 'text', body}] of result.value.entries()) {
      if (typeof type !== 'string') return {problem: `element ${index} must have a type`}
      if (typeof body !== 'string' || body === '') return {problem: `element ${index} must have a body`}
      if (body.length > 1600) return {problem: `element ${index} must have a body of at most 1600 characters`}
      parts.push({type, body})
    }
    return {value: parts}
  }
}

function obstacleOf(
  sandbox: Sandbox,
  {number, campaign_id}: InventoryNumber,
  recipients: readonly string[],
): string | undefined {
  if (campaign_id === null) return `${number} is in no campaign.`
  if (activeCampaign(sandbox, campaign_id) === undefined) return `Campaign ${campaign_id} of ${number} is not active.`
  const unwilling = recipients.find((recipient) => hasOptedOut(sandbox.store, campaign_id, recipient))
  return unwilling && `${unwilling} has opted out of campaign ${campaign_id}.`
}

/** The campaign, when it is active: only then do carriers take its messages. */
export function activeCampaign({store, clock}: Sandbox, campaignId: string): Campaign | undefined {
  const campaign = store.collection(campaigns).get(campaignId)
  return campaign && campaignStatus(campaign, clock.now()) === 'ACTIVE' ? campaign : undefined
}
