import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {type user as facts} from '../../../../lib/murano/services/user.ts'
import {type Behaviour} from '../declared-service.ts'
import {missing, refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {type EndUser} from './records.ts'
import {mustFindUser, usersOf} from './users.ts'

export const dataBehaviour = {
  listUserData: ({id}, call) => mustFindUser(call, id).data,

  createUserData({id, ...given}, call) {
    const user = mustFindUser(call, id)
    const names = namesOf(given)
    const taken = names.filter((name) => Object.hasOwn(user.data, name))
    if (taken.length > 0) throw refused(`There is ${taken.join(', ')} already.`)
    return keep(call, user, {...user.data, ...(given as JsonObject)})
  },

  updateUserData({id, ...given}, call) {
    const user = mustFindUser(call, id)
    refuseUnknown(user, namesOf(given))
    return keep(call, user, {...user.data, ...(given as JsonObject)})
  },

  deleteUserData({id, keys}, call) {
    const user = mustFindUser(call, id)
    refuseUnknown(user, keys)
    return keep(call, user, Object.fromEntries(Object.entries(user.data).filter(([name]) => !keys.includes(name))))
  },

  getUserData({id, key}, call) {
    const {data} = mustFindUser(call, id)
    if (!Object.hasOwn(data, key)) throw missing(`${key} of user ${id}`)
    return data[key]!
  },
} satisfies Partial<Behaviour<typeof facts>>

function namesOf(given: object): string[] {
  const names = Object.keys(given)
  if (names.length === 0) throw refused('There is nothing to store.')
  return names
}

function refuseUnknown({data}: EndUser, names: readonly string[]): void {
  const unknown = names.filter((name) => !Object.hasOwn(data, name))
  if (unknown.length > 0) throw refused(`There is no ${unknown.join(', ')}.`)
}

function keep(call: ServiceCall, user: EndUser, data: JsonObject): JsonValue {
  return usersOf(call).put({...user, data}).data
}
