import {describe, expect, test} from 'vitest'
import {CliError} from '../../../src/lib/errors.ts'
import {createShared} from '../../../src/lib/objects/create-shared.ts'
import {createForUser} from '../../../src/lib/objects/object-calls.ts'
import {usersOf} from '../../../src/lib/resource-groups/users-of.ts'
import {roles} from '../../../src/sandbox/auth/records.ts'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {objects, type StoredObject} from '../../../src/sandbox/objects/objects.ts'
import {userGroups} from '../../../src/sandbox/records.ts'
import {type Sandbox} from '../../../src/sandbox/sandbox.ts'
import {seededAccess, seededReader} from '../../../src/sandbox/seeded-access.ts'
import {sandboxCaller} from '../resource-groups/support.ts'

const {accountUuid: account_uuid, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const draft = {user_uuid: ada, name: 'Rota', type: 'staff_plan', content: {monday: ['Ada']}}
const sharing = {account_uuid, users: {rud: [ada], r: [ben]}}

const scopes = '/auth/user-groups/*/role/scopes'
const ofUser = '/objects/users/*/objects'

function rotas({store}: Sandbox): StoredObject[] {
  return store.collection(objects).find({where: {name: 'Rota'}})
}

/** The groups that were made for a resource, beside those of a fresh sandbox. */
function groups({store}: Sandbox): string[] {
  const all = store.collection(userGroups).find({where: {description: 'resource group'}})
  return all.slice(2).map(({name}) => name)
}

async function failure(promise: Promise<unknown>): Promise<CliError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof CliError) return error
  throw new Error('It did not fail as it should.')
}

/** The words that the lines of details begin with. */
const wordsOf = ({details}: CliError) => details.map((line) => line.split(':')[0])

describe('creating a shared object', () => {
  test('makes it and shares it', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const made = await createShared(caller, draft, sharing)
    expect(made).toMatchObject({name: 'Rota', content: draft.content, metadata: {}})
    expect(rotas(sandbox)).toMatchObject([{uuid: made.uuid, user_uuid: ada}])
    expect(await usersOf(caller, made.uuid)).toEqual({rud: [ada], r: [ben]})
  })

  test('makes nothing when it cannot be shared in that way', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const role = sandbox.store.collection(roles).first({name: 'System object role - read'})
    sandbox.store.collection(roles).delete(role?.uuid ?? '')
    sandbox.faults.set({kind: 'status', method: 'POST', path: '*', status: 500})
    expect(await failure(createShared(caller, draft, sharing))).toMatchObject({code: 'no-such-role', exit: 5})
    expect(sandbox.faults.list()).toMatchObject([{seen: 0}])
  })

  test.each<[string, FaultRule, number]>([
    ['a role is refused', {kind: 'status', path: scopes, status: 400, times: 1}, 6],
    ['a role cannot be given', {kind: 'status', path: scopes, status: 503}, 10],
    ['a group is refused', {kind: 'status', method: 'POST', path: '/auth/accounts/*', status: 403, times: 1}, 4],
  ])('deletes it again when %s, and tells it', async (_, rule, exit) => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set(rule)
    const error = await failure(createShared(caller, draft, sharing))
    expect(error).toMatchObject({exit})
    expect(error.message).toContain('The object Rota could not be shared; it was deleted again: ')
    expect(rotas(sandbox)).toEqual([])
    expect(groups(sandbox)).toEqual([])
    expect(error.details.at(0)).toMatch(/^done: object Rota \(.*\): created$/)
    expect(error.details.at(-1)).toMatch(/^undone: object Rota \(.*\): deleted again$/)
    expect(wordsOf(error)).not.toContain('not undone')
  })

  test('names what it could not delete again, and the command that does', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'status', path: scopes, status: 400, times: 1})
    sandbox.faults.set({kind: 'status', method: 'DELETE', path: '/objects/*', status: 403})
    const error = await failure(createShared(caller, draft, sharing))
    const [left] = rotas(sandbox)
    expect(error.message).toContain('not all of it could be undone')
    expect(error.details.at(-1)).toContain(`not undone: object Rota (${left?.uuid}): `)
    expect(error).toMatchObject({hint: `Clean up: commsctl objects delete ${left?.uuid} --yes`, retryable: false})
    expect(groups(sandbox)).toEqual([])
  })

  test('names groups that are left, too, and deletes those that it can', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'status', path: scopes, status: 400, times: 1})
    sandbox.faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 403, times: 2})
    const error = await failure(createShared(caller, draft, sharing))
    expect(rotas(sandbox)).toEqual([])
    // The one that has its role is found again; the other one is not.
    const [left] = groups(sandbox)
    expect(groups(sandbox)).toHaveLength(1)
    expect(error.details).toContainEqual(expect.stringContaining(`not undone: ${left}`))
    expect(error.hint).toContain('commsctl auth groups delete ')
  })

  test('finds the object whose reply was lost, and shares it', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const {uuid: older} = await caller.call(createForUser, draft)
    sandbox.faults.set({kind: 'drop', method: 'POST', path: ofUser, after: true, times: 1})
    const made = await createShared(caller, draft, sharing)
    expect(rotas(sandbox).map(({uuid}) => uuid)).toEqual([older, made.uuid])
    expect(await usersOf(caller, made.uuid)).toEqual({rud: [ada], r: [ben]})
    expect(await usersOf(caller, older)).toEqual({})
  })

  test('takes no older object like it for the one whose reply was lost', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const {uuid: older} = await caller.call(createForUser, draft)
    sandbox.faults.set({kind: 'drop', method: 'POST', path: ofUser, times: 1})
    expect(await failure(createShared(caller, draft, sharing))).toMatchObject({
      code: 'not-carried-out',
      retryable: true,
    })
    expect(rotas(sandbox).map(({uuid}) => uuid)).toEqual([older])
    expect(groups(sandbox)).toEqual([])
  })
})
