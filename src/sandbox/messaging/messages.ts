import {randomUUID} from 'node:crypto'
import {type JsonObject} from '../../lib/client/wire.ts'
import {recordActivity} from '../activity/activities.ts'
import {type Caller} from '../caller.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Field, listOf, object} from '../fields.ts'
import {type InventoryNumber} from '../number-inventory.ts'
import {e164} from '../phone-numbers.ts'
import {visibleNumber} from '../provisioned-numbers.ts'
import {forbidden} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {campaigns, campaignStatus} from '../ten-dlc/campaigns.ts'

export const channels = ['sms', 'mms'] as const

/** A message that was sent; nothing leaves the sandbox. */
export interface Message {
  uuid: string
  conversation_uuid?: string
  /** The conversation's context uuid, or a number for a message outside any conversation. */
  to: string
  /** E.164 */
  from: string
  channel: (typeof channels)[number]
  content: Content[]
  /** ISO 8601 */
  datetime: string
  tags: string[]
  status: 'sent' | 'blocked'
  status_reason?: string
  metadata?: JsonObject | undefined
  /** Numbers in E.164. */
  recipients: string[]
  account_uuid: string
}

export interface Content {
  type: string
  body: string
}

export const messages: CollectionSpec<Message> = {
  name: 'messages',
  id: 'uuid',
  indexes: ['conversation_uuid', 'from', 'account_uuid'],
}

type Draft = Pick<Message, 'to' | 'from' | 'channel' | 'content' | 'recipients'> & {
  conversation_uuid?: string
  metadata?: JsonObject | undefined
}

/**
 * Stores a message as sent. As on the real network, the platform takes messages of any number that the sender's account has
 * (403 otherwise), and carriers block those of a number without active campaign: such a message says `blocked`.
 */
export function sendMessage(sandbox: Sandbox, caller: Caller, draft: Draft): Message {
  const from = e164(draft.from) ?? draft.from
  const sender = visibleNumber(sandbox.store, caller, from)
  if (!sender) throw forbidden(`The number ${from} is not provisioned to an account of yours.`)
  const obstacle = obstacleOf(sandbox, sender)
  const status = obstacle === undefined ? 'sent' : 'blocked'
  const account = sender.account_uuid ?? caller.account.uuid
  const metadata = {from, to: draft.recipients.join(', ')}
  recordActivity(sandbox, {what: `message.${status}`, owner: caller.user.uuid, account, metadata})
  return sandbox.store.collection(messages).put({
    uuid: randomUUID(),
    ...draft,
    from,
    datetime: new Date(sandbox.clock.now()).toISOString(),
    tags: [],
    status,
    ...(obstacle !== undefined && {status_reason: obstacle}),
    account_uuid: account,
  })
}

/** What a message says: parts with a type, `text` when left out, and a text of at most 1600 characters or an address. */
export function contentParts(): Field<Content[] | undefined> {
  return (given) => {
    const result = listOf(object())(given)
    if ('problem' in result || result.value === undefined) return result as {value: undefined} | {problem: string}
    const parts: Content[] = []
    for (const [index, {type = 'text', body}] of result.value.entries()) {
      if (typeof type !== 'string') return {problem: `element ${index} must have a type`}
      if (typeof body !== 'string' || body === '') return {problem: `element ${index} must have a body`}
      if (body.length > 1600) return {problem: `element ${index} must have a body of at most 1600 characters`}
      parts.push({type, body})
    }
    return {value: parts}
  }
}

function obstacleOf({store, clock}: Sandbox, {number, campaign_id}: InventoryNumber): string | undefined {
  if (campaign_id === null) return `${number} is in no campaign.`
  const campaign = store.collection(campaigns).get(campaign_id)
  if (campaign && campaignStatus(campaign, clock.now()) === 'ACTIVE') return undefined
  return `Campaign ${campaign_id} of ${number} is not active.`
}
