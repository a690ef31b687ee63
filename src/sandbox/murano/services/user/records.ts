import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type CollectionSpec} from '../../../collection.ts'

export const userStatus = {waiting: 0, active: 1, disabled: 2} as const

/** An end user of a solution. The password is kept as those of others are, under the record's id. */
export interface EndUser {
  /** `SOLUTION:NUMBER`. */
  id: string
  solution_id: string
  number: string
  name: string
  /** In small letters. */
  email: string
  status: (typeof userStatus)[keyof typeof userStatus]
  /** What activates the user; null once it has. */
  code: string | null
  data: JsonObject
  /** Seconds. */
  creation_date: number
  last_login_date: number | null
}

export const endUsers: CollectionSpec<EndUser> = {
  name: 'murano_users',
  id: 'id',
  indexes: ['solution_id', 'email', 'code'],
}

export interface EndUserToken {
  token: string
  user_id: string
}

export const endUserTokens: CollectionSpec<EndUserToken> = {
  name: 'murano_user_tokens',
  id: 'token',
  indexes: ['user_id'],
}

export interface EndPoint {
  method: string
  end_point: string
}

export interface Role {
  /** `SOLUTION:ROLE`, in small letters. */
  id: string
  solution_id: string
  role_id: string
  /** Names of its parameters. */
  parameters: string[]
  permissions: EndPoint[]
}

export const endUserRoles: CollectionSpec<Role> = {name: 'murano_roles', id: 'id', indexes: ['solution_id']}

export interface Permission extends EndPoint {
  /** `SOLUTION:METHOD/PATH`. */
  id: string
  solution_id: string
}

export const permissions: CollectionSpec<Permission> = {
  name: 'murano_permissions',
  id: 'id',
  indexes: ['solution_id'],
}

export interface ParameterValue {
  name: string
  value: string
}

/** A role that a user has, for some values of its parameters. A user can have it several times, for others. */
export interface Assignment {
  id: string
  solution_id: string
  user_id: string
  role_id: string
  parameters: ParameterValue[]
}

export const assignments: CollectionSpec<Assignment> = {
  name: 'murano_assignments',
  id: 'id',
  indexes: ['solution_id', 'user_id', 'role_id'],
}
