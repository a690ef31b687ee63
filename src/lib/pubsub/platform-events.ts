import {didYouMean} from '../did-you-mean.ts'

/** The events that are known, by service: those that the sandbox publishes. The platform has others that nobody has described. */
export const platformEvents = {
  messaging: ['conversation_message_sent', 'conversation_message_received', 'conversation_message_blocked'],
  sms: ['number_provisioned', 'number_released', 'brand_state_changed', 'campaign_state_changed'],
  identity: ['identity_created', 'identity_changed', 'identity_deleted', 'identity_property_change'],
  account: ['account_created', 'account_changed', 'account_suspended', 'account_reinstated', 'account_deleted'],
  scheduler: ['event_fired'],
  workflow: ['workflow_finished'],
} as const

export type Service = keyof typeof platformEvents

export type EventName<S extends Service> = (typeof platformEvents)[S][number]

/** Says of each event that is not known what may have been meant. */
export function unknownEvents(events: Readonly<Record<string, readonly string[]>>): string[] {
  const known = pairs(platformEvents)
  return pairs(events)
    .filter((pair) => !known.includes(pair))
    .map(
      (pair) =>
        `No event “${pair}” is known here: where the platform has none either, nothing comes.${didYouMean(pair, known)}`,
    )
}

/** The service that is known to publish an event of that name. */
export function serviceOf(event: string): string | undefined {
  return Object.entries<readonly string[]>(platformEvents).find(([, names]) => names.includes(event))?.[0]
}

function pairs(events: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(events).flatMap(([service, names]) => names.map((name) => `${service}=${name}`))
}
