import {type Fields, type Schema} from '../schema.ts'
import {frequencyTypes} from './event.ts'

const weekday: Schema = {
  anyOf: [
    {type: 'string', minLength: 2},
    {type: 'integer', minimum: 0, maximum: 7},
  ],
}
const dayOfMonth: Schema = {type: 'integer', minimum: -31, maximum: 31}

export const frequencySchema: Schema = {
  type: 'object',
  description: 'how often it fires',
  required: ['type'],
  properties: {
    type: {enum: frequencyTypes},
    interval: {type: 'integer', minimum: 1, description: 'every how many of them'},
    count: {type: 'integer', minimum: 1, description: 'how often in all'},
    end_datetime: {type: 'string', format: 'date-time', description: 'it fires no later'},
    day_of_week: {
      anyOf: [...weekday.anyOf!, {type: 'array', minItems: 1, items: weekday}],
      description: 'by name or number, several as a list',
      examples: ['monday'],
    },
    day_of_month: {
      anyOf: [dayOfMonth, {type: 'array', minItems: 1, items: dayOfMonth}],
      description: 'several as a list; -1 is the last',
      examples: [1],
    },
    specific_weekday: {
      type: 'integer',
      minimum: -5,
      maximum: 5,
      description: 'which day_of_week of the month; -1 is the last',
      examples: [1],
    },
  },
  examples: [{type: 'once'}],
}

export const triggerSchema: Schema = {
  type: 'object',
  description: 'what happens when it fires',
  required: ['type', 'workflow_uuid'],
  properties: {
    type: {enum: ['workflow']},
    workflow_uuid: {type: 'string', format: 'uuid', description: 'template to start'},
    parameters: {type: 'object', description: 'its input variables'},
  },
}

export const notificationSchema: Schema = {
  type: 'object',
  description: 'who is told when it fires',
  required: ['type'],
  properties: {
    type: {enum: ['pubsub']},
    account_uuid: {type: 'string', format: 'uuid'},
    user_uuid: {type: 'string', format: 'uuid'},
  },
}

/** What the body of a changed event holds. */
export const eventFields: Fields = {
  title: {type: 'string', description: 'what it is called'},
  description: {type: 'string', description: 'what it is for'},
  start_datetime: {type: 'string', format: 'date-time', description: 'when it fires first, at least a minute ahead'},
  timezone: {type: 'string', description: 'IANA name', examples: ['America/New_York']},
  frequency: frequencySchema,
  trigger: triggerSchema,
  notification: notificationSchema,
  metadata: {type: 'object', description: 'data of your own'},
  type: {type: 'string'},
  status: {type: 'string', examples: ['active']},
  user_uuid: {type: 'string', format: 'uuid', description: 'user whose event it is'},
  uuid: {type: 'string', format: 'uuid', description: 'its own; cannot be changed'},
}
