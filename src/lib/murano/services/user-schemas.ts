import {type Schema} from '../../schema.ts'
import {type ReplyFacts} from '../service-facts.ts'

/** Arguments of operations on end users, their roles and permissions, and what comes back. */

const reserved = 'not one of me, user, permission, role, parameter, group, member, nor a plural of them'

export const roleId = {
  type: 'string',
  pattern: '^[A-Za-z0-9\\-_]{1,80}$',
  description: `id of the role, whatever its case; ${reserved}`,
} as const satisfies Schema

export const parameterName = {
  type: 'string',
  pattern: '^[A-Za-z0-9\\-_]{1,40}$',
  description: `name of the parameter, whatever its case; ${reserved}`,
} as const satisfies Schema

export const parameterValue = {
  type: 'string',
  pattern: '^[A-Za-z0-9]{1,100}$',
  description: 'value of the parameter',
} as const satisfies Schema

export const userId = {type: ['string', 'integer'], description: 'id of the user'} as const satisfies Schema

export const permissionId = {
  type: 'string',
  description: 'the permission: METHOD/PATH, percent-encoded',
} as const satisfies Schema

export const endpoint = {
  method: {type: 'string', pattern: '^[A-Z]{1,10}$', description: 'method of the endpoint'},
  end_point: {
    type: 'string',
    pattern: '^[A-Za-z0-9\\-\\/_\\{\\}]{1,150}$',
    description: 'path of the endpoint, without a slash at its end',
  },
} as const satisfies Record<string, Schema>

export const permission = {type: 'object', properties: endpoint} as const satisfies Schema

export const permissions = {type: 'array', items: permission} as const satisfies Schema

/** What a role can be narrowed to. */
export const definitions = {
  type: 'array',
  items: {type: 'object', properties: {name: parameterName}, required: ['name']},
  description: 'parameters of the role',
} as const satisfies Schema

export const role = {
  type: 'object',
  properties: {role_id: roleId, parameter: definitions},
} as const satisfies Schema

/** Roles that a user has, each with the values of its parameters. */
export const assignments = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      role_id: roleId,
      parameters: {
        type: 'array',
        items: {type: 'object', properties: {name: parameterName, value: parameterValue}, required: ['name', 'value']},
        description: 'values of its parameters',
      },
    },
    required: ['role_id'],
  },
  description: 'roles, each with the values of its parameters',
} as const satisfies Schema

export const user: Schema = {
  type: 'object',
  properties: {
    id: userId,
    name: {type: 'string', description: 'name'},
    email: {type: 'string', description: 'e-mail address'},
    status: {type: 'integer', description: '0 not activated, 1 activated, 2 disabled'},
    verified: {type: 'boolean', description: 'whether the address is known to be theirs'},
    country: {type: ['string', 'null'], description: 'country'},
    time_zone: {type: ['string', 'null'], description: 'time zone'},
    properties: {type: 'array', items: {type: 'object'}, description: 'further properties'},
    created_via: {type: 'string', description: 'invite, email-signup, google or facebook'},
    social_login: {type: 'object', description: 'what Google and Facebook say of them'},
    creation_date: {type: 'integer', description: 'when they came, in seconds'},
    last_login_ip: {type: ['string', 'null'], description: 'where they logged in from last'},
    last_login_date: {type: ['integer', 'null'], description: 'when they logged in last, in seconds'},
    last_login_country: {type: ['string', 'null'], description: 'country that they logged in from last'},
    tos_accepted_date: {type: ['integer', 'null'], description: 'when they agreed to the terms, in seconds'},
  },
}

type Replies = Readonly<Record<string, ReplyFacts>>

const failure: Schema = {
  type: 'object',
  properties: {
    message: {type: 'string', description: 'what went wrong'},
    status_code: {type: 'string', description: 'the status once more'},
  },
}

/** What failures mean, by status. */
const meanings = {
  400: 'refused',
  403: 'no, they do not',
  404: 'there is no such entry',
} as const

/** The reply when it goes well, and the statuses of those when it does not. */
export function replies(description: string, schema?: Schema, ...failures: (keyof typeof meanings)[]): Replies {
  const failed = failures.map((status) => [status, {description: meanings[status], schema: failure}] as const)
  return {200: {description, ...(schema && {schema})}, ...Object.fromEntries(failed)}
}

export const text = (description: string): Schema => ({type: 'string', description})
