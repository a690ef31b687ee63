import {type Fields, type Schema} from '../../schema.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const timerId = {type: 'string', description: 'id of the timer'} as const satisfies Schema

const timer_spec = {
  message: {type: ['string', 'object'], description: 'what the event hands on'},
  duration: {type: 'integer', description: 'milliseconds until it fires, or from one time to the next', minimum: 1},
  schedule: {
    type: 'object',
    description: 'when a calendar timer fires: one of these is true',
    properties: {
      hourly: {type: 'boolean', description: 'each hour'},
      daily: {type: 'boolean', description: 'each day'},
      weekly: {type: 'boolean', description: 'each week'},
      monthly: {type: 'boolean', description: 'each month'},
      yearly: {type: 'boolean', description: 'each year'},
    },
  },
  timer_id: {type: 'string', description: 'id of the timer; left out, the service makes one'},
} as const satisfies Fields

const container = {name: 'timer_spec', holds: ['message', 'duration', 'schedule', 'timer_id']} as const

const otherwise: ReplyFacts = {
  description: 'anything else is a failure',
  schema: {
    type: 'object',
    properties: {
      type: {type: 'string', description: 'kind of failure'},
      message: {type: 'string', description: 'what went wrong'},
    },
  },
}

const made: Readonly<Record<string, ReplyFacts>> = {
  200: {
    description: 'the timer was made',
    schema: {
      type: 'object',
      properties: {result: {type: 'string', description: 'how it went'}, timer_id: timerId},
    },
  },
  default: otherwise,
}

const stopped: Readonly<Record<string, ReplyFacts>> = {
  200: {
    description: 'stopped',
    schema: {type: 'object', properties: {result: {type: 'string', description: '“ok” when it went well'}}},
  },
  default: otherwise,
}

export const timer = {
  service: 'Timer',
  alias: 'timer',
  summary: 'timers that call a script once, again and again, or by the calendar',
  operations: {
    schedule: {
      summary: 'Make a timer that fires by the calendar, counted from now',
      effect: {changes: 'start a timer'},
      arguments: timer_spec,
      required: ['schedule'],
      container,
      replies: made,
    },
    sendAfter: {
      summary: 'Make a timer that fires once',
      effect: {changes: 'start a timer'},
      arguments: timer_spec,
      required: ['duration'],
      container,
      replies: made,
    },
    sendInterval: {
      summary: 'Make a timer that fires again and again',
      effect: {changes: 'start a timer'},
      arguments: timer_spec,
      required: ['duration'],
      container,
      replies: made,
    },
    cancel: {
      summary: 'Stop a timer',
      effect: {changes: 'stop the timer'},
      arguments: {timer_id: timerId},
      required: ['timer_id'],
      replies: stopped,
    },
    cancel_all: {
      summary: 'Stop all timers of a solution',
      effect: {changes: 'stop all timers of', destructive: true, idempotent: true},
      arguments: {},
      replies: stopped,
    },
  },
  events: {
    timer: {
      summary: 'A timer has fired',
      parameter: 'request',
      argument: {
        message: {type: ['string', 'object'], description: 'what the timer was given to hand on'},
        timer_id: timerId,
        solution_id: {type: 'string', description: 'the solution that the timer is of'},
      },
      required: ['timer_id'],
    },
  },
} as const satisfies ServiceFacts
