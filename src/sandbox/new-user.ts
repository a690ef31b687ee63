import {randomUUID} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {emailAddress} from './contact-fields.ts'
import {oneOf, readBody, required, string, uuid} from './fields.ts'
import {passwordProblems} from './password-policies.ts'
import {setPassword} from './passwords.ts'
import {address} from './record-fields.ts'
import {identities, type Identity} from './records.ts'
import {conflict, type FieldProblem} from './refusal.ts'
import {type Store} from './store.ts'
import {defaultGroup, joinGroup} from './user-groups.ts'

/** What a request may say about a user, at first and later. */
export const userFields = {
  type: string({min: 1}),
  first_name: string({min: 1}),
  middle_name: string(),
  last_name: string({min: 1}),
  status: oneOf(['Active', 'Inactive']),
  email: emailAddress(),
  phone: string(),
  address: address(),
  reference: string(),
}

/** Makes the user that the request describes, in the default group of users; with a password they can sign in at once. Throws a 400 or 409. */
export function createUser(store: Store, request: FastifyRequest, accountUuid: string): Identity {
  const {password, ...body} = readNewUser(store, request, accountUuid)
  return store.transaction(() => {
    if (store.collection(identities).first({username: body.username})) throw takenUsername(body.username)
    const user = store.collection(identities).put({
      uuid: randomUUID(),
      account_uuid: accountUuid,
      type: body.type ?? 'user',
      first_name: body.first_name,
      middle_name: body.middle_name ?? '',
      last_name: body.last_name,
      username: body.username,
      status: body.status ?? 'Active',
      provider: body.provider ?? 'local',
      email: body.email ?? body.username,
      phone: body.phone ?? '',
      address: body.address ?? {},
      reference: body.reference ?? '',
      aliases: [],
      properties: {},
    })
    if (password !== undefined) setPassword(store, user.uuid, password)
    const group = defaultGroup(store, accountUuid, 'user')
    if (group) joinGroup(store, group.uuid, user.uuid)
    return user
  })
}

function readNewUser(store: Store, request: FastifyRequest, accountUuid: string) {
  const fields = {
    ...userFields,
    first_name: required(userFields.first_name),
    last_name: required(userFields.last_name),
    username: required(string({max: 200})),
    provider: string({min: 1}),
    account_uuid: uuid(),
    password: string(),
  }
  return readBody(request, fields, ({username, email, account_uuid: account, password}) => [
    ...(account === undefined || account === accountUuid ? [] : [wrong('account_uuid', 'is not the one of the path')]),
    ...(email === undefined && isNoEmailAddress(username) ? [wrong('email', 'is required')] : []),
    ...(password === undefined ? [] : passwordProblems(store, accountUuid, password, 'password')),
  ])
}

function isNoEmailAddress(username: string | undefined): boolean {
  return 'problem' in emailAddress()(username)
}

function wrong(field: string, message: string): FieldProblem {
  return {field, message}
}

function takenUsername(username: string) {
  return conflict(`There is a user ${username} already.`, [wrong('username', 'is taken')])
}
