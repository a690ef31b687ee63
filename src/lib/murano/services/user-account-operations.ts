import {type Fields} from '../../schema.ts'
import {type OperationFacts} from '../service-facts.ts'
import {replies, text, user, userId} from './user-schemas.ts'

const email = {type: 'string', description: 'e-mail address'} as const
const password = {type: 'string', description: 'password'} as const

const changes = {
  name: {type: 'string', description: 'name'},
  status: {type: 'integer', enum: [0, 1, 2], description: '0 not activated, 1 activated, 2 disabled'},
  password: {type: 'string', description: 'new password'},
  original_password: {type: 'string', description: 'present password, needed for a new one'},
} as const satisfies Fields

const users = {type: 'array', items: user} as const

/** End users and their logins. */
export const accountOperations = {
  listUsers: {
    summary: 'List end users',
    arguments: {
      filter: {
        type: 'array',
        items: {type: 'string'},
        description: 'conditions that all hold, such as email::like::%@example.com',
      },
    },
    replies: replies('the users', users),
  },
  createUser: {
    summary: 'Register an end user',
    effect: {changes: 'register'},
    arguments: {name: {type: 'string', description: 'name'}, email, password},
    required: ['name', 'email', 'password'],
    container: {name: 'user', holds: ['name', 'email', 'password']},
    replies: replies('a code that activates them', text('the code'), 400),
  },
  activateUser: {
    summary: 'Finish the registration of an end user',
    effect: {changes: 'activate the user of'},
    arguments: {code: {type: 'string', description: 'code that createUser gave'}},
    required: ['code'],
    replies: replies('activated', text('how it went'), 400),
  },
  getUserToken: {
    summary: 'Log an end user in',
    effect: {changes: 'log in'},
    arguments: {email, password},
    required: ['email', 'password'],
    container: {name: 'body', holds: ['email', 'password']},
    replies: replies('a token', text('the token'), 400),
  },
  getCurrentUser: {
    summary: 'Show whom a token belongs to',
    arguments: {token: {type: 'string', description: 'token that getUserToken gave'}},
    required: ['token'],
    replies: replies('the user', user, 404),
  },
  getUser: {
    summary: 'Show an end user',
    arguments: {id: userId},
    required: ['id'],
    replies: replies('the user', user, 404),
  },
  updateUser: {
    summary: 'Change an end user',
    effect: {changes: 'change', idempotent: true},
    arguments: {id: userId, ...changes},
    required: ['id'],
    container: {name: 'body', holds: Object.keys(changes)},
    replies: replies('the user', user, 400),
  },
  deleteUser: {
    summary: 'Delete an end user',
    effect: {changes: 'delete the user', destructive: true, idempotent: true},
    arguments: {id: userId},
    required: ['id'],
    replies: replies('deleted', undefined, 400),
  },
} as const satisfies Record<string, OperationFacts>
