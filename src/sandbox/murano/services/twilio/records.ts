import {type CollectionSpec} from '../../../collection.ts'

/** A call or a message that a solution had Twilio make. */
export interface TwilioCall {
  sid: string
  solution_id: string
  from: string
  to: string
  /** Milliseconds on the sandbox's clock. */
  created_at: number
}

export interface TwilioMessage extends TwilioCall {
  body: string
  /** How many files are attached. */
  media: number
  messaging_service_sid: string | null
}

export const twilioCalls: CollectionSpec<TwilioCall> = {
  name: 'murano_twilio_calls',
  id: 'sid',
  indexes: ['solution_id'],
}

export const twilioMessages: CollectionSpec<TwilioMessage> = {
  name: 'murano_twilio_messages',
  id: 'sid',
  indexes: ['solution_id'],
}
