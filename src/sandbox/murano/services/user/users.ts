import {type JsonObject} from '../../../../lib/client/wire.ts'
import {type Collection} from '../../../collection.ts'
import {refused, missing, type ServiceFailure} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {type EndUser, endUsers, userStatus} from './records.ts'

export type UserId = string | number

export function usersOf({sandbox}: ServiceCall): Collection<EndUser> {
  return sandbox.store.collection(endUsers)
}

export function findUser(call: ServiceCall, id: UserId): EndUser | undefined {
  return usersOf(call).get(`${call.solution.id}:${id}`)
}

/** The user, or a 404; operations that know no 404 say 400. */
export function mustFindUser(
  call: ServiceCall,
  id: UserId,
  failure: (what: string) => ServiceFailure = missing,
): EndUser {
  const user = findUser(call, id)
  if (!user) throw failure(`User ${id}`)
  return user
}

/** For operations that answer 400 to whatever is wrong. */
export function noSuch(what: string): ServiceFailure {
  return refused(`${what} was not found.`)
}

/** A user as the service shows one. */
export function userView({number, name, email, status, creation_date, last_login_date}: EndUser): JsonObject {
  return {
    id: number,
    ...{name, email, status, creation_date, last_login_date},
    verified: status !== userStatus.waiting,
    country: null,
    time_zone: null,
    properties: [],
    created_via: 'email-signup',
    social_login: {},
    last_login_ip: null,
    last_login_country: null,
    tos_accepted_date: null,
  }
}
