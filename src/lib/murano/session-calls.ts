import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {email, secret, text} from '../parameters.ts'

// What logging in asks Murano, and what it says of a token.

const anonymous = {host: 'murano', auth: 'none'} as const

/** A token of Murano's. */
interface TokenReply {
  token: string
}

export const createToken = operation({
  operation: 'Murano.token.create',
  summary: 'Get a token for e-mail address and password',
  request: {line: 'POST /token/', ...anonymous},
  parameters: {
    email: email('--email', 'e-mail address of the user', {required: true}),
    password: secret('--password', 'password of the user', {required: true}),
  },
  reply: object<TokenReply>({columns: ['token']}),
  examples: [],
})

/** Of a code that was mailed. */
interface Key {
  /** `twofactor` for one that ends a login. */
  purpose: string
  status: string
  email: string
}

const code = text('CODE', 'code that was mailed')

export const getKey = operation({
  operation: 'Murano.key.get',
  summary: 'Show what a mailed code is for',
  request: {line: 'GET /key/{code}', ...anonymous},
  parameters: {code},
  reply: object<Key>({columns: ['purpose', 'status', 'email']}),
  examples: [],
})

export const acceptKey = operation({
  operation: 'Murano.key.accept',
  summary: 'Get a token for a mailed code and the password',
  request: {line: 'POST /key/{code}', ...anonymous},
  parameters: {code, password: secret('--password', 'password of the user', {required: true})},
  effect: {changes: 'use the code'},
  reply: object<TokenReply>({columns: ['token']}),
  examples: [],
})

const token = secret('--token', 'the token', {required: true})

/** What Murano says of a token. */
export interface TokenState {
  email: string
  /** Seconds that it is still good for. */
  ttl?: number
}

export const checkToken = operation({
  operation: 'Murano.token.check',
  summary: 'Show whose token it is',
  request: {line: 'GET /token/{token}', ...anonymous},
  parameters: {token},
  reply: object<TokenState>({columns: ['email', 'ttl']}),
  examples: [],
})

export const deleteToken = operation({
  operation: 'Murano.token.delete',
  summary: 'Revoke a token',
  request: {line: 'DELETE /token/{token}', ...anonymous},
  parameters: {token},
  effect: {changes: 'revoke the token'},
  reply: empty('Revoked.'),
  examples: [],
})

/** A business, and what the user is there. */
export interface Membership {
  bizid: string
  name: string
  role: string
}

export const listBusinesses = operation({
  operation: 'Murano.user.membership',
  summary: 'List the businesses that you belong to',
  request: {line: 'GET /user/{email}/membership/', host: 'murano', auth: 'murano'},
  parameters: {
    email: email('--email', 'e-mail address of the user; yours if left out', {
      required: true,
      fallback: 'murano_email',
    }),
  },
  reply: list<Membership>({columns: ['bizid', 'name', 'role'], id: 'bizid', noun: 'businesses', paging: 'none'}),
  examples: [
    ['Names and your role', ''],
    ['The ids alone', '-o id'],
  ],
})
