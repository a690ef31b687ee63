import {type Schema} from '../../schema.ts'
import {type OperationFacts} from '../service-facts.ts'
import {replies, text, userId} from './user-schemas.ts'

const all: Schema = {type: 'object', description: 'all that is stored with them'}

/** What is stored with end users. */
export const dataOperations = {
  listUserData: {
    summary: 'Show what is stored with an end user',
    arguments: {id: userId},
    required: ['id'],
    replies: replies('all of it', all),
  },
  createUserData: {
    summary: 'Store something with an end user',
    effect: {changes: 'store something with'},
    arguments: {id: userId},
    others: {description: 'what is to be stored, by name'},
    required: ['id'],
    container: {name: 'key values', holds: []},
    replies: replies('all of it', all, 400, 404),
  },
  updateUserData: {
    summary: 'Change what is stored with an end user',
    effect: {changes: 'change what is stored with', idempotent: true},
    arguments: {id: userId},
    others: {description: 'what is to be changed, by name'},
    required: ['id'],
    container: {name: 'key values', holds: []},
    replies: replies('all of it', all, 400, 404),
  },
  deleteUserData: {
    summary: 'Delete what is stored with an end user',
    effect: {changes: 'delete what is stored with', destructive: true, idempotent: true},
    arguments: {id: userId, keys: {type: 'array', items: {type: 'string'}, description: 'names of what is to go'}},
    required: ['id', 'keys'],
    replies: replies('what is left', all, 400, 404),
  },
  getUserData: {
    summary: 'Show one thing that is stored with an end user',
    arguments: {id: userId, key: {type: 'string', description: 'its name'}},
    required: ['id', 'key'],
    replies: replies('what is stored', text('what is stored'), 404),
  },
} as const satisfies Record<string, OperationFacts>
