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
