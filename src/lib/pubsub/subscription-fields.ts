import {type Fields, type Schema} from '../schema.ts'

/** Events by service, as bodies hold them. */
export const eventsSchema: Schema = {
  type: 'object',
  description: 'names of events, by service',
  additionalProperties: {type: 'array', minItems: 1, items: {type: 'string', minLength: 1}},
  examples: [{messaging: ['conversation_message_received']}],
}

/** One header of a callback: a single name and its value. */
export const headerSchema: Schema = {type: 'object', additionalProperties: {type: 'string'}}

export const criterionSchema: Schema = {type: 'object', additionalProperties: {}}

/** What the body of a changed subscription holds. */
export const subscriptionFields: Fields = {
  callback: {
    type: 'object',
    description: 'where events are posted to',
    properties: {
      url: {type: 'string', format: 'uri'},
      headers: {type: 'array', description: 'sent with each event', items: headerSchema},
      keep_alive: {type: 'boolean', description: 'go on when the subscriber cannot be reached'},
    },
  },
  events: eventsSchema,
  criteria: {type: 'array', description: 'what events must have to be delivered', items: criterionSchema},
  expiration_date: {type: 'string', format: 'date-time', description: 'when it ends'},
  suspended: {enum: [0, 1], description: '0 takes deliveries up again'},
  subscription_uuid: {type: 'string', format: 'uuid', description: 'its own; cannot be changed'},
  user_uuid: {type: 'string', format: 'uuid'},
  account_uuid: {type: 'string', format: 'uuid'},
}
