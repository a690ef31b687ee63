import {describe, expect, test} from 'vitest'
import {type CliError} from '../../../src/lib/errors.ts'
import {createResourceGroups} from '../../../src/lib/resource-groups/create.ts'
import {deleteResourceGroups} from '../../../src/lib/resource-groups/delete.ts'
import {updateResourceGroups} from '../../../src/lib/resource-groups/update.ts'
import {usersOf} from '../../../src/lib/resource-groups/users-of.ts'
import {roleGrants, roles} from '../../../src/sandbox/auth/records.ts'
import {type FaultRule} from '../../../src/sandbox/faults.ts'
import {groupMembers, userGroups} from '../../../src/sandbox/records.ts'
import {type Sandbox} from '../../../src/sandbox/sandbox.ts'
import {seededAccess, seededMaster, seededReader, seededSharing} from '../../../src/sandbox/seeded-access.ts'
import {sandboxCaller} from './support.ts'

const {accountUuid: account, userUuid: ada} = seededAccess
const {userUuid: ben} = seededReader
const {resourceUuid: shared} = seededSharing
const fresh = '5f0c2a51-6f0b-4c59-9d0e-6a6b3d7d5c11'

const to = (users: Record<string, string[]>, resource_uuid = fresh) => ({
  account_uuid: account,
  resource_uuid,
  type: 'object',
  users,
})

async function failure(promise: Promise<unknown>): Promise<CliError> {
  return promise.then(
    () => {
      throw new Error('It did not fail.')
    },
    (error: unknown) => error as CliError,
  )
}

/** The groups of a resource that the store holds, whether they have a role or not, with their members. */
function held({store}: Sandbox, resource = fresh): Record<string, string[]> {
  const groups = store.collection(userGroups).find({where: {description: 'resource group'}})
  return Object.fromEntries(
    groups
      .filter(({name}) => name.endsWith(resource))
      .map(({uuid, name}): [string, string[]] => [
        name.split(':')[0]!,
        store
          .collection(groupMembers)
          .find({where: {group_uuid: uuid}})
          .map(({user_uuid}) => user_uuid),
      ]),
  )
}

const scopes = '/auth/user-groups/*/role/scopes'
const groupsOfAccount = '/auth/accounts/*/user-groups'

describe('creating the groups of a resource', () => {
  test('makes one for each combination of letters, with its users and its role over the resource', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const made = await createResourceGroups(caller, to({rud: [ada], r: [ben, ben]}))
    expect(made).toMatchObject([
      {letters: 'rud', outcome: 'created', added: 1},
      {letters: 'r', outcome: 'created', added: 1},
    ])
    expect(held(sandbox)).toEqual({rud: [ada], r: [ben]})
    const {store} = sandbox
    const granted = store.collection(roleGrants).find({where: {group_uuid: made[0]!.group_uuid}})
    expect(granted).toMatchObject([{scope_type: 'resource', scope_uuid: fresh}])
    expect(store.collection(roles).get(granted[0]!.role_uuid)?.name).toBe('System object role - read, update, delete')
    expect(await usersOf(caller, fresh)).toEqual({rud: [ada], r: [ben]})
  })

  test('makes none for letters that nobody is to have', async () => {
    const {caller, sandbox} = await sandboxCaller()
    expect(await createResourceGroups(caller, to({rd: []}))).toEqual([])
    expect(held(sandbox)).toEqual({})
  })

  test.each(['', 'dur', 'rr', 'rx', 'r,d', 'R'])(
    'refuses the letters “%s” before anything is sent',
    async (letters) => {
      const {caller, sandbox} = await sandboxCaller()
      sandbox.faults.set({kind: 'status', path: '*', status: 500})
      expect(await failure(createResourceGroups(caller, to({[letters]: [ada]})))).toMatchObject({exit: 2})
      expect(sandbox.faults.list()).toMatchObject([{seen: 0}])
    },
  )

  test('refuses users who are no uuids', async () => {
    const {caller} = await sandboxCaller()
    expect((await failure(createResourceGroups(caller, to({r: ['ada']})))).message).toContain('is not a uuid')
  })

  test('stops before anything is created when there is no role for some letters', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const rd = sandbox.store.collection(roles).first({name: 'System object role - read, delete'})
    sandbox.store.collection(roles).delete(rd?.uuid ?? '')
    const error = await failure(createResourceGroups(caller, to({rud: [ada], rd: [ben]})))
    expect(error).toMatchObject({code: 'no-such-role', exit: 5})
    expect(error.message).toContain('no role for rd on resources of type object')
    expect(held(sandbox)).toEqual({})
    const ofType = createResourceGroups(caller, {...to({r: [ada]}), type: 'constructor'})
    expect(await failure(ofType)).toMatchObject({code: 'no-such-role'})
  })

  test.each<[string, FaultRule, number]>([
    ['a role is refused', {kind: 'status', path: scopes, status: 400, times: 1}, 6],
    ['a role cannot be given', {kind: 'status', path: scopes, status: 503}, 10],
    ['a group is refused', {kind: 'status', method: 'POST', path: groupsOfAccount, status: 403, times: 1}, 4],
  ])('deletes what it made when %s, and tells it', async (_, rule, exit) => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set(rule)
    const error = await failure(createResourceGroups(caller, to({rud: [ada], r: [ben]})))
    expect(error).toMatchObject({exit})
    expect(held(sandbox)).toEqual({})
    const told = error.details.map((line) => line.split(':')[0])
    const made = told.filter((word) => word === 'done').length
    expect(made).toBeGreaterThan(0)
    expect(told.filter((word) => word === 'undone')).toHaveLength(made)
    expect(told).not.toContain('not undone')
  })

  test('names what it could not delete again, and the command that does', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'status', path: scopes, status: 400})
    sandbox.faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 403})
    const error = await failure(createResourceGroups(caller, to({rud: [ada]})))
    const left = sandbox.store.collection(userGroups).first({name: `rud: ${fresh}`})
    expect(error.details).toContainEqual(expect.stringMatching(`^not undone: rud: ${fresh} \\(${left?.uuid}\\)`))
    expect(error.hint).toBe(`Clean up: commsctl auth groups delete ${left?.uuid} --yes`)
    expect(error.retryable).toBe(false)
  })

  test('finds a group whose reply was lost, and goes on with it', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'drop', method: 'POST', path: groupsOfAccount, after: true, times: 1})
    expect(await createResourceGroups(caller, to({rud: [ada], r: [ben]}))).toHaveLength(2)
    expect(held(sandbox)).toEqual({rud: [ada], r: [ben]})
    expect(await usersOf(caller, fresh)).toEqual({rud: [ada], r: [ben]})
  })

  test('does not take a group of somebody else for the one whose reply was lost', async () => {
    const {caller, sandbox} = await sandboxCaller()
    await createResourceGroups(caller, to({r: [ben]}))
    sandbox.faults.set({kind: 'drop', method: 'POST', path: groupsOfAccount, times: 1})
    const error = await failure(createResourceGroups(caller, to({r: [ben]})))
    expect(error).toMatchObject({code: 'not-carried-out', retryable: true})
    expect(sandbox.store.collection(userGroups).count({where: {name: `r: ${fresh}`}})).toBe(1)
  })

  test('says where to look when nobody can tell whether a group was made', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'drop', method: 'POST', path: groupsOfAccount, after: true})
    sandbox.faults.set({kind: 'status', method: 'GET', path: groupsOfAccount, status: 503})
    const error = await failure(createResourceGroups(caller, to({rud: [ada]})))
    expect(error).toMatchObject({code: 'ambiguous', retryable: false})
    expect(error.details).toContainEqual(expect.stringMatching(`^uncertain: rud: ${fresh}: `))
    expect(error.hint).toContain(`commsctl auth groups list --account ${account} --filter 'name=rud: ${fresh}'`)
  })
})

describe('updating the groups of a resource', () => {
  test('brings memberships, new groups and groups to delete to what is wanted', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const outcomes = await updateResourceGroups(caller, to({rud: [ben], rd: [ada]}, shared))
    expect(outcomes).toMatchObject([
      {letters: 'rud', outcome: 'changed', added: 1, removed: 1},
      {letters: 'r', outcome: 'deleted'},
      {letters: 'rd', outcome: 'created', added: 1},
    ])
    expect(held(sandbox, shared)).toEqual({rud: [ben], rd: [ada]})
  })

  test('changes nothing that is as it should be, and sends nothing but reads then', async () => {
    const {caller, sandbox} = await sandboxCaller()
    for (const method of ['POST', 'DELETE'] as const)
      sandbox.faults.set({kind: 'status', method, path: '*', status: 500})
    const outcomes = await updateResourceGroups(caller, to({rud: [ada], r: [ben]}, shared))
    expect(outcomes.map(({outcome}) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(sandbox.faults.list()).toMatchObject([{seen: 0}, {seen: 0}])
  })

  test('leaves groups alone that were not made for the resource', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const {store} = sandbox
    const team = store.collection(userGroups).first({name: 'Front desk'})!
    const role = store.collection(roles).first({name: 'System object role - read'})!
    store.collection(roleGrants).put({
      id: 'team',
      group_uuid: team.uuid,
      role_uuid: role.uuid,
      scope_type: 'resource',
      scope_uuid: shared,
    })
    await updateResourceGroups(caller, to({}, shared))
    await deleteResourceGroups(caller, shared)
    expect(held(sandbox, shared)).toEqual({})
    expect(store.collection(userGroups).get(team.uuid)).toBeDefined()
  })

  test('keeps one of several groups with the same letters', async () => {
    const {caller, sandbox} = await sandboxCaller()
    await createResourceGroups(caller, to({r: [ada]}, shared))
    await updateResourceGroups(caller, to({r: [ada, ben]}, shared))
    expect(sandbox.store.collection(userGroups).count({where: {name: `r: ${shared}`}})).toBe(1)
    expect(held(sandbox, shared)).toEqual({r: [ben, ada]})
  })

  test('has more members than a page', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const group = sandbox.store.collection(userGroups).first({name: `r: ${shared}`})!
    for (let index = 0; index < 250; index++) {
      const user_uuid = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
      sandbox.store.collection(groupMembers).put({id: `m${index}`, group_uuid: group.uuid, user_uuid})
    }
    const [, kept] = await updateResourceGroups(caller, to({rud: [ada], r: [ben]}, shared))
    expect(kept).toMatchObject({letters: 'r', added: 0, removed: 250})
  })

  test('that fails part-way says what has been changed, and goes on from there', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const {id} = sandbox.faults.set({kind: 'status', path: '/auth/user-groups/*/users/remove', status: 403})
    const wanted = to({rud: [ben], rd: [ada]}, shared)
    const error = await failure(updateResourceGroups(caller, wanted))
    expect(error).toMatchObject({code: 'partly-failed', exit: 9})
    const [first, second, third, fourth] = error.details
    expect([first, second, third]).toEqual([
      expect.stringMatching(/^done: rud \(.*\): changed, 1 user added$/),
      expect.stringMatching(/^done: r \(.*\): deleted$/),
      expect.stringMatching(/^done: rd \(.*\): created, 1 user added$/),
    ])
    expect(fourth).toMatch(new RegExp(`^failed: rud: ${shared} \\(.*\\): remove 1 user: `))
    sandbox.faults.clear(id)
    await updateResourceGroups(caller, wanted)
    expect(held(sandbox, shared)).toEqual({rud: [ben], rd: [ada]})
  })

  test('that fails where nothing could be changed says why', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const error = await failure(updateResourceGroups(caller, to({rud: [ada], r: [seededMaster.userUuid]}, shared)))
    expect(error.details).toContainEqual(expect.stringContaining('unknown'))
    expect(held(sandbox, shared)['rud']).toEqual([ada])
  })

  test('stops before anything is changed when there is no role for a new group', async () => {
    const {caller, sandbox} = await sandboxCaller()
    const error = await failure(updateResourceGroups(caller, {...to({ud: [ben]}, shared), type: 'media'}))
    expect(error).toMatchObject({code: 'no-such-role'})
    expect(held(sandbox, shared)).toEqual({rud: [ada], r: [ben]})
  })
})

describe('deleting the groups of a resource', () => {
  test('deletes all of them', async () => {
    const {caller, sandbox} = await sandboxCaller()
    expect(await deleteResourceGroups(caller, shared)).toMatchObject([
      {letters: 'rud', outcome: 'deleted'},
      {letters: 'r', outcome: 'deleted'},
    ])
    expect(held(sandbox, shared)).toEqual({})
    expect(await deleteResourceGroups(caller, shared)).toEqual([])
  })

  test('one that fails does not keep the others, and the error tells of both', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 403, times: 1})
    const error = await failure(deleteResourceGroups(caller, shared))
    expect(error).toMatchObject({code: 'partly-failed', exit: 9})
    expect(error.details.map((line) => line.split(':')[0])).toEqual(['done', 'failed'])
    expect(Object.keys(held(sandbox, shared))).toHaveLength(1)
  })

  test('a group that somebody else deleted meanwhile is as good', async () => {
    const {caller, sandbox} = await sandboxCaller()
    sandbox.faults.set({kind: 'status', method: 'DELETE', path: '/auth/user-groups/*', status: 404})
    expect(await deleteResourceGroups(caller, shared)).toHaveLength(2)
  })
})
