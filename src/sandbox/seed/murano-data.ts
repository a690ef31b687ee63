import {setPassword} from '../murano/passwords.ts'
import {entries} from '../murano/services/keystore/entries.ts'
import {storedValues, valueId} from '../murano/services/tsdb/values.ts'
import {assignments, endUserRoles, endUsers, permissions, userStatus} from '../murano/services/user/records.ts'
import {type Store} from '../store.ts'

/** Microseconds. */
const firstHour = Date.parse('2025-01-20T00:00:00.000Z') * 1000
const hour = 3_600_000_000

/** Degrees in a refrigerator over a day, hour by hour: it was defrosted at noon. */
const temperatures = [
  ...[4.1, 4.0, 3.9, 3.9, 4.0, 4.2, 4.4, 4.9, 5.2, 5.0, 4.8, 4.7],
  ...[7.9, 9.4, 8.1, 6.3, 5.1, 4.6, 4.4, 4.3, 4.2, 4.2, 4.1, 4.1],
]

/** What the services of an application keep: a key, an end user with a role, and a day of temperatures. */
export function seedServiceData(store: Store, solution_id: string): void {
  const greeting = {type: 'string', value: 'hello'} as const
  const key = 'greeting'
  store.collection(entries).put({id: `${solution_id}:${key}`, solution_id, key, content: greeting, expires_at: null})
  seedUser(store, solution_id)
  for (const [at, value] of temperatures.entries()) {
    const written = {solution_id, metric: 'temperature', tags: {identity: 'fridge-01'}, time: firstHour + at * hour}
    store.collection(storedValues).put({...written, id: valueId(written), value})
  }
}

function seedUser(store: Store, solution_id: string): void {
  const email = 'nora@clinic.example'
  const user_id = `${solution_id}:1`
  const endPoint = {method: 'GET', end_point: '/fridges/{identity}'}
  const role_id = 'nurse'
  store.collection(endUsers).put({
    ...{id: user_id, solution_id, number: '1', name: 'Nora Quist', email, status: userStatus.active, code: null},
    ...{data: {ward: 'north'}, creation_date: firstHour / 1e6, last_login_date: null},
  })
  store.setSetting(`murano_last_user:${solution_id}`, 1)
  setPassword(store, user_id, 'sandbox-nora-1', email)
  store
    .collection(permissions)
    .put({...endPoint, id: `${solution_id}:${endPoint.method}${endPoint.end_point}`, solution_id})
  store.collection(endUserRoles).put({
    ...{id: `${solution_id}:${role_id}`, solution_id, role_id},
    ...{parameters: ['clinic'], permissions: [endPoint]},
  })
  store.collection(assignments).put({
    ...{id: `${user_id}:${role_id}`, solution_id, user_id, role_id},
    parameters: [{name: 'clinic', value: 'venice'}],
  })
}
