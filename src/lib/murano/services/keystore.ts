import {type Schema} from '../../schema.ts'
import {redisCommandDoes} from '../redis-command.ts'
import {type ReplyFacts, type ServiceFacts} from '../service-facts.ts'

const key = {type: 'string', pattern: '^[\\w@.-]+$', description: 'name of the key'} as const satisfies Schema

const value = {type: ['string', 'number', 'boolean', 'null'], description: 'the value'} as const satisfies Schema

const failure: Schema = {
  type: 'object',
  properties: {
    error: {type: ['object', 'string'], description: 'particulars of the error'},
    message: {type: 'string', description: 'what went wrong'},
  },
  required: ['message'],
}

const failures: Readonly<Record<string, ReplyFacts>> = {
  400: {description: 'the request was wrong', schema: failure},
  500: {description: 'the service failed', schema: failure},
}

const valueReply: Readonly<Record<string, ReplyFacts>> = {
  200: {description: 'the value', schema: {type: 'object', properties: {value}, required: ['value']}},
  ...failures,
}

const nothing: Readonly<Record<string, ReplyFacts>> = {204: {description: 'done'}, ...failures}

export const keystore = {
  service: 'Keystore',
  alias: 'keystore',
  summary: 'small values by name, kept in Redis',
  operations: {
    list: {
      summary: 'List the keys of a solution',
      arguments: {},
      replies: {
        200: {
          description: 'the keys',
          schema: {
            type: 'object',
            properties: {
              keys: {type: 'array', items: {type: 'string'}, description: 'names of the keys'},
              quota: {type: 'integer', description: 'how many keys the solution may have'},
            },
          },
        },
        ...failures,
      },
    },
    info: {
      summary: 'Show how many keys a solution has and may have',
      arguments: {},
      replies: {
        200: {
          description: 'what there is, and what there may be',
          schema: {
            type: 'object',
            properties: {
              quota: {type: 'object', description: 'the most there may be'},
              usage: {type: 'object', description: 'what there is: keys, and their size in bytes'},
            },
          },
        },
        ...failures,
      },
    },
    get: {summary: 'Show the value of a key', arguments: {key}, required: ['key'], replies: valueReply},
    set: {
      summary: 'Set the value of a key',
      effect: {changes: 'set', idempotent: true},
      arguments: {key, value},
      required: ['key', 'value'],
      container: {name: 'body', holds: ['value']},
      replies: nothing,
    },
    delete: {
      summary: 'Delete a key',
      effect: {changes: 'delete the key', destructive: true, idempotent: true},
      arguments: {key},
      required: ['key'],
      replies: nothing,
    },
    clear: {
      summary: 'Delete all keys of a solution',
      effect: {changes: 'delete all keys of', destructive: true, idempotent: true},
      arguments: {},
      replies: nothing,
    },
    command: {
      summary: 'Run a Redis command on a key',
      effect: {changes: 'run', told: ({command}) => redisCommandDoes(String(command))},
      arguments: {
        key,
        command: {type: 'string', description: 'name of the Redis command, such as incrby, lpush or smembers'},
        args: {
          type: 'array',
          items: {type: ['string', 'number', 'boolean']},
          description: 'what follows the key in the command',
        },
      },
      required: ['key', 'command'],
      container: {name: 'body', holds: ['args']},
      replies: valueReply,
    },
  },
} as const satisfies ServiceFacts
