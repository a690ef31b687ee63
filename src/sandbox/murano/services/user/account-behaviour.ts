import {randomBytes} from 'node:crypto'
import {type user as facts} from '../../../../lib/murano/services/user.ts'
import {passwordMatches, setPassword} from '../../../passwords.ts'
import {passwords} from '../../../records.ts'
import {newToken} from '../../ids.ts'
import {type Behaviour} from '../declared-service.ts'
import {missing, refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {filterOf} from './filter.ts'
import {assignments, type EndUser, endUserTokens, userStatus} from './records.ts'
import {mustFindUser, noSuch, usersOf, userView} from './users.ts'

type Operations = Behaviour<typeof facts>

export const accountBehaviour = {
  listUsers: ({filter = []}, call) =>
    usersOf(call)
      .find({where: {solution_id: call.solution.id}})
      .map(userView)
      .filter(filterOf(filter)),

  createUser({name, email, password}, call) {
    const {id: solution_id} = call.solution
    const address = email.trim().toLowerCase()
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw refused(`${email} is no e-mail address.`)
    if (findByEmail(call, address)) throw refused(`There is a user with the address ${address} already.`)
    if (password === '') throw refused('The password is empty.')
    const number = nextNumber(call)
    const code = randomBytes(20).toString('hex')
    const user = {
      ...{id: `${solution_id}:${number}`, solution_id, number, name, email: address, code, data: {}},
      status: userStatus.waiting,
      creation_date: nowOf(call),
      last_login_date: null,
    }
    usersOf(call).put(user)
    setPassword(call.sandbox.store, user.id, password)
    return code
  },

  activateUser({code}, call) {
    const user = usersOf(call).first({solution_id: call.solution.id, code})
    if (!user) throw refused('The code is wrong, or was used already.')
    usersOf(call).put({...user, status: userStatus.active, code: null})
    return 'OK'
  },

  getUserToken({email, password}, call) {
    const user = findByEmail(call, email.trim().toLowerCase())
    if (!user || !passwordMatches(call.sandbox.store, user.id, password)) throw refused('Email or password is wrong.')
    if (user.status === userStatus.waiting) throw refused('The user is not activated.')
    if (user.status === userStatus.disabled) throw refused('The user is disabled.')
    usersOf(call).put({...user, last_login_date: nowOf(call)})
    return call.sandbox.store.collection(endUserTokens).put({token: newToken(), user_id: user.id}).token
  },

  getCurrentUser({token}, call) {
    const user = usersOf(call).get(call.sandbox.store.collection(endUserTokens).get(token)?.user_id ?? '')
    if (user?.solution_id !== call.solution.id || user.status !== userStatus.active) {
      throw missing('The user of this token')
    }
    return userView(user)
  },

  getUser: ({id}, call) => userView(mustFindUser(call, id)),

  updateUser({id, name, status, password, original_password}, call) {
    const user = mustFindUser(call, id, noSuch)
    if (password !== undefined) changePassword(call, user, password, original_password)
    const changed = {...user, ...(name !== undefined && {name}), ...(status !== undefined && {status})}
    if (changed.status !== userStatus.waiting) changed.code = null
    return userView(usersOf(call).put(changed))
  },

  deleteUser({id}, call) {
    const {store} = call.sandbox
    const user = mustFindUser(call, id, noSuch)
    store.collection(endUserTokens).deleteWhere({user_id: user.id})
    store.collection(assignments).deleteWhere({user_id: user.id})
    store.collection(passwords).delete(user.id)
    usersOf(call).delete(user.id)
    return undefined
  },
} satisfies Partial<Operations>

function findByEmail(call: ServiceCall, email: string): EndUser | undefined {
  return usersOf(call).first({solution_id: call.solution.id, email})
}

/** Other sessions end with the old password. */
function changePassword({sandbox: {store}}: ServiceCall, {id}: EndUser, password: string, original?: string): void {
  if (original === undefined) throw refused('A new password needs the present one: original_password.')
  if (!passwordMatches(store, id, original)) throw refused('original_password is wrong.')
  if (password === '') throw refused('The password is empty.')
  setPassword(store, id, password)
  store.collection(endUserTokens).deleteWhere({user_id: id})
}

/** Counted, so that the number of somebody who is gone does not come back. */
function nextNumber({sandbox: {store}, solution}: ServiceCall): string {
  const name = `murano_last_user:${solution.id}`
  const number = (store.setting<number>(name) ?? 0) + 1
  store.setSetting(name, number)
  return String(number)
}

function nowOf({sandbox}: ServiceCall): number {
  return Math.floor(sandbox.clock.now() / 1000)
}
