import {type ColumnSpec, each} from '../output/columns.ts'

/** A user of an application, not of Murano. */
export interface EndUser {
  id: string | number
  name: string
  email: string
  /** 0 not activated, 1 activated, 2 disabled. */
  status?: number
  /** Seconds since 1970. */
  creation_date?: number
  /** Seconds since 1970. */
  last_login_date?: number | null
}

export const endUserColumns = [
  'id',
  'name',
  'email',
  'status',
  'last_login_date',
] as const satisfies readonly ColumnSpec<EndUser>[]

/** A role, with the parameters that it can be narrowed by. */
export interface EndUserRole {
  role_id: string
  parameter?: {name: string}[]
}

export const roleColumns: readonly ColumnSpec<EndUserRole>[] = [
  'role_id',
  {path: 'parameter', header: 'PARAMETERS', format: each((one) => (one as {name: string}).name, ', ')},
]

/** A role that somebody has, for some values of its parameters. */
export interface HeldRole {
  role_id: string
  parameters?: {name: string; value: string}[]
}

export const heldRoleColumns: readonly ColumnSpec<HeldRole>[] = [
  'role_id',
  {path: 'parameters', format: each(asPair, ', ')},
]

function asPair(parameter: unknown): string {
  const {name, value} = parameter as {name: string; value: string}
  return `${name}=${value}`
}

/** An endpoint that a role may let its users call. */
export interface EndPointPermission {
  method: string
  end_point: string
}
