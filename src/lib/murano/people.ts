import {text} from '../parameters.ts'
import {listing} from './listing.ts'

// The users of an application and their roles, as what is named. `parameter` is the wire name of the solution's.

export function rolesOf(parameter: string) {
  return listing({
    ...{noun: 'role', command: 'roles list', of: ['--solution', parameter]},
    async *rows(caller, id) {
      const {listRoles} = await import('./role-calls.ts')
      yield* caller.all(listRoles, {id})
    },
    name: ({role_id}) => role_id,
  })
}

export function usersOf(parameter: string) {
  return listing({
    ...{noun: 'user', command: 'users list', of: ['--solution', parameter]},
    async *rows(caller, id) {
      const {listSolutionUsers} = await import('./solution-user-calls.ts')
      yield* caller.all(listSolutionUsers, {id})
    },
    name: ({id}) => String(id),
  })
}

/** A role as argument. */
export function roleArgument(summary: string) {
  return text('ROLE', summary, {listing: rolesOf('id')})
}

/** A user of an application as argument. */
export function userArgument() {
  return text('USER', 'id of the user', {listing: usersOf('id')})
}
