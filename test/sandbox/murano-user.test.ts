import {describe, expect, test} from 'vitest'
import {type Caller, calling} from './murano-call.ts'

const ada = {name: 'Ada', email: 'Ada@clinic.example', password: 'long-enough'}

/** The service, with a user that is activated. */
async function withUser() {
  const caller = await calling('user')
  await caller.result('activateUser', {code: await caller.result('createUser', ada)})
  return caller
}

/** What each call answers: its status, and a word of what is wrong. */
async function refusals({call}: Caller, calls: readonly (readonly [string, object, number, string])[]) {
  for (const [operation, given, status, word] of calls) {
    const reply = await call(operation, given)
    expect(reply.status, operation).toBe(status)
    expect(reply.json(), operation).toEqual({
      message: expect.stringContaining(word) as string,
      status_code: String(status),
    })
  }
}

describe('an end user', () => {
  test('registers, is activated by the code once, logs in, and is known by the token', async () => {
    const caller = await calling('user')
    const {sandbox, call, result} = caller
    sandbox.clock.stop()
    const code = await result('createUser', ada)
    expect(code).toMatch(/^[0-9a-f]{40}$/)
    const login = {email: 'ada@clinic.example', password: ada.password}
    await refusals(caller, [
      ['getUserToken', login, 400, 'not activated'],
      ['activateUser', {code: 'nonesuch'}, 400, 'code is wrong'],
    ])
    expect(await result('activateUser', {code})).toBe('OK')
    await refusals(caller, [
      ['activateUser', {code}, 400, 'used already'],
      ['getUserToken', {...login, password: 'wrong'}, 400, 'Email or password'],
      ['getUserToken', {...login, email: 'nobody@clinic.example'}, 400, 'Email or password'],
    ])
    const token = await result('getUserToken', login)
    const seconds = Math.floor(sandbox.clock.now() / 1000)
    const user = await result('getCurrentUser', {token})
    expect(user).toMatchObject({
      ...{id: '1', name: 'Ada', email: 'ada@clinic.example', status: 1, verified: true},
      ...{created_via: 'email-signup', creation_date: seconds, last_login_date: seconds},
    })
    expect(await result('getUser', {id: 1})).toEqual(user)
    expect(JSON.stringify(user)).not.toContain(ada.password)
    await refusals(caller, [['getCurrentUser', {token: 'nonesuch'}, 404, 'token']])
    expect((await call('getCurrentUser')).status).toBe(400)
  })

  test('is refused for an address that is taken or none, and for what is missing', async () => {
    const caller = await withUser()
    await refusals(caller, [
      ['createUser', {...ada, email: 'ADA@clinic.example'}, 400, 'already'],
      ['createUser', {...ada, email: 'nobody'}, 400, 'no e-mail address'],
      ['createUser', {name: 'B', email: 'b@clinic.example'}, 400, 'password is missing'],
      ['createUser', {...ada, email: 'b@clinic.example', password: ''}, 400, 'password is empty'],
      ['getUser', {id: 9}, 404, 'User 9'],
      ['updateUser', {id: 9, name: 'x'}, 400, 'User 9'],
      ['deleteUser', {id: 9}, 400, 'User 9'],
    ])
  })

  test('gets a new password for the present one, which ends sessions; may be disabled; is deleted with all', async () => {
    const caller = await withUser()
    const {call, result} = caller
    const token = await result('getUserToken', ada)
    await refusals(caller, [
      ['updateUser', {id: 1, password: 'another'}, 400, 'original_password'],
      ['updateUser', {id: 1, password: 'another', original_password: 'wrong'}, 400, 'is wrong'],
      ['updateUser', {id: 1, status: 5}, 400, 'status'],
    ])
    const change = {id: '1', name: 'Ada R.', password: 'another', original_password: ada.password}
    expect(await result('updateUser', change)).toMatchObject({name: 'Ada R.', status: 1})
    await refusals(caller, [
      ['getCurrentUser', {token}, 404, 'token'],
      ['getUserToken', ada, 400, 'Email or password'],
    ])
    const again = await result('getUserToken', {...ada, password: 'another'})
    expect(await result('updateUser', {id: 1, status: 2})).toMatchObject({status: 2})
    await refusals(caller, [
      ['getUserToken', {...ada, password: 'another'}, 400, 'disabled'],
      ['getCurrentUser', {token: again}, 404, 'token'],
    ])
    const gone = await call('deleteUser', {id: 1})
    expect([gone.status, gone.text]).toEqual([200, ''])
    expect(await result('listUsers')).toEqual([])
    await result('createUser', ada)
    expect(await result('listUsers')).toMatchObject([{id: '2', status: 0, verified: false}])
  })

  test('is found by conditions', async () => {
    const caller = await withUser()
    const {result} = caller
    for (const name of ['Ben', 'Cleo']) await result('createUser', {...ada, name, email: `${name}@bay.example`})
    const names = async (...filter: string[]) =>
      ((await result('listUsers', {filter})) as {name: string}[]).map(({name}) => name)
    expect(await names()).toEqual(['Ada', 'Ben', 'Cleo'])
    expect(await names('email::like::%@bay.example')).toEqual(['Ben', 'Cleo'])
    expect(await names('email::like::%@bay.example', 'name::eq::ben')).toEqual(['Ben'])
    expect(await names('name::in::Ada, Cleo', 'id::gt::1')).toEqual(['Cleo'])
    expect(await names('status::ne::0')).toEqual(['Ada'])
    await refusals(caller, [
      ['listUsers', {filter: ['email=x']}, 400, 'FIELD::OPERATOR::VALUE'],
      ['listUsers', {filter: ['email::near::x']}, 400, 'operators'],
    ])
  })
})

test('data of a user is made, changed, read and deleted, each only where it can be', async () => {
  const caller = await withUser()
  const {result} = caller
  expect(await result('createUserData', {id: 1, room: '7', prefs: {dark: true}})).toEqual({
    room: '7',
    prefs: {dark: true},
  })
  expect(await result('updateUserData', {id: 1, room: '8'})).toMatchObject({room: '8'})
  expect(await result('getUserData', {id: 1, key: 'room'})).toBe('8')
  await refusals(caller, [
    ['createUserData', {id: 1, room: '9', other: 1}, 400, 'room already'],
    ['updateUserData', {id: 1, floor: '1'}, 400, 'no floor'],
    ['updateUserData', {id: 1}, 400, 'nothing to store'],
    ['deleteUserData', {id: 1, keys: ['room', 'floor']}, 400, 'no floor'],
    ['getUserData', {id: 1, key: 'floor'}, 404, 'floor'],
    ['createUserData', {id: 9, a: 1}, 404, 'User 9'],
    ['listUserData', {id: 9}, 404, 'User 9'],
  ])
  expect(await result('deleteUserData', {id: 1, keys: ['room']})).toEqual({prefs: {dark: true}})
  expect(await result('listUserData', {id: 1})).toEqual({prefs: {dark: true}})
})

describe('a role', () => {
  test('is made once, whatever its case, with parameters that come and go', async () => {
    const caller = await withUser()
    const {result} = caller
    const guard = {role_id: 'Guard', parameter: [{name: 'lockID'}]}
    expect(await result('createRole', guard)).toEqual(guard)
    await refusals(caller, [
      ['createRole', {role_id: 'guard'}, 400, 'already'],
      ['createRole', {role_id: 'Users'}, 400, 'reserved'],
      ['createRole', {role_id: 'two words'}, 400, 'role_id'],
      ['createRole', {role_id: 'a', parameter: [{name: 'x'}, {name: 'X'}]}, 400, 'already'],
      ['createRole', {role_id: 'a', parameter: [{name: 'me'}]}, 400, 'reserved'],
      ['createRole', {}, 400, 'role_id is missing'],
      ['getRole', {role_id: 'a'}, 404, 'Role a'],
      ['addRoleParam', {role_id: 'guard', body: [{name: 'LOCKid'}]}, 400, 'already'],
      ['addRoleParam', {role_id: 'nobody', body: [{name: 'x'}]}, 404, 'Role nobody'],
      ['deleteRoleParam', {role_id: 'guard', parameter_name: 'x'}, 404, 'Parameter x'],
      ['deleteRole', {role_id: 'nobody'}, 400, 'Role nobody'],
    ])
    expect(await result('addRoleParam', {role_id: 'GUARD', body: [{name: 'floor'}]})).toMatchObject({
      parameter: [{name: 'lockID'}, {name: 'floor'}],
    })
    expect(await result('deleteRoleParam', {role_id: 'guard', parameter_name: 'FLOOR'})).toEqual(guard)
    await result('assignUser', {id: 1, roles: [{role_id: 'guard', parameters: [{name: 'lockid', value: '7'}]}]})
    await refusals(caller, [['deleteRoleParam', {role_id: 'guard', parameter_name: 'lockID'}, 400, 'from them first']])
    expect(await result('listRoles')).toEqual([guard])
    expect(await result('deleteRole', {role_id: 'guard'})).toBe('OK')
    expect(await result('listUserRoles', {id: 1})).toEqual([])
  })

  test('is given to users for values, asked for and taken away by value, by parameter and as a whole', async () => {
    const caller = await withUser()
    const {result} = caller
    await result('createRole', {role_id: 'guard', parameter: [{name: 'lock'}]})
    await result('createRole', {role_id: 'boss'})
    const lock = (value: string) => ({role_id: 'guard', parameters: [{name: 'lock', value}]})
    const boss = {role_id: 'boss', parameters: []}
    const roles = [lock('1'), lock('2'), lock('1'), {role_id: 'boss'}]
    expect(await result('assignUser', {id: 1, roles})).toEqual([lock('1'), lock('2'), boss])
    const of = {role_id: 'guard', parameter_name: 'lock'}
    expect(await result('listRoleUsers', {role_id: 'guard'})).toEqual(['1'])
    expect(await result('listRoleUsers', {role_id: 'nobody'})).toEqual([])
    expect(await result('listRoleParamUsers', {...of, parameter_value: '2'})).toEqual(['1'])
    expect(await result('listRoleParamUsers', {...of, parameter_value: '3'})).toEqual([])
    expect(await result('listUserRoleParamValues', {id: 1, ...of, offset: 1, limit: 5})).toEqual({
      items: ['2'],
      total: 2,
    })
    expect(await result('hasUserRoleParam', {id: 1, ...of, parameter_value: '2'})).toBe('OK')
    await refusals(caller, [
      ['hasUserRoleParam', {id: 1, ...of, parameter_value: '3'}, 403, 'does not have'],
      ['hasUserRoleParam', {id: 9, ...of, parameter_value: '1'}, 403, 'does not have'],
      ['assignUser', {id: 9, roles: []}, 404, 'User 9'],
      ['assignUser', {id: 1, roles: [{role_id: 'nobody'}]}, 400, 'Role nobody'],
      [
        'assignUser',
        {id: 1, roles: [boss, {role_id: 'boss', parameters: [{name: 'x', value: '1'}]}]},
        400,
        'parameter x',
      ],
      ['assignUser', {id: 1, roles: [lock('no spaces')]}, 400, 'value'],
      ['listRoleParamUsers', {...of, parameter_name: 'x', parameter_value: '1'}, 404, 'Parameter x'],
      ['deassignUserParam', {id: 1, ...of, parameter_value: '3'}, 400, 'does not have'],
      ['deassignUser', {id: 1, role_id: 'nobody'}, 404, 'Role nobody'],
    ])
    expect(await result('deassignUserParam', {id: 1, ...of, parameter_value: '1'})).toEqual([lock('2'), boss])
    expect(await result('deassignUserParamName', {id: 1, ...of})).toEqual([boss])
    expect(await result('deassignUser', {id: 1, role_id: 'BOSS'})).toEqual([])
  })

  test('lets users call endpoints, for the values that it is held for', async () => {
    const caller = await withUser()
    const {result} = caller
    const open = {method: 'GET', end_point: '/lock/{lock}'}
    const list = {method: 'GET', end_point: '/locks'}
    for (const permission of [open, list]) expect(await result('createPermission', permission)).toEqual(permission)
    await refusals(caller, [
      ['createPermission', open, 400, 'already'],
      ['createPermission', {method: 'get', end_point: '/x'}, 400, 'method'],
      ['createPermission', {method: 'GET', end_point: '/x/'}, 400, 'slash'],
      ['createPermission', {method: 'GET'}, 400, 'end_point is missing'],
      ['deletePerm', {perm_id: 'GET%2Fnothing'}, 404, 'GET/nothing'],
      ['listRolePerms', {role_id: 'guard'}, 404, 'Role guard'],
    ])
    await result('createRole', {role_id: 'guard', parameter: [{name: 'lock'}]})
    expect(await result('addRolePerm', {role_id: 'guard', body: [open, list, open]})).toEqual([open, list])
    await result('assignUser', {id: 1, roles: [{role_id: 'guard', parameters: [{name: 'lock', value: '7'}]}]})
    const perm_id = encodeURIComponent('GET/lock/{lock}')
    const missing = {role_id: 'guard', body: [{method: 'PUT', end_point: '/x'}]}
    expect(await result('hasUserPerm', {id: 1, perm_id, parameters: ['lock::7']})).toBe('OK')
    expect(await result('hasUserPerm', {id: 1, perm_id: 'GET/locks'})).toBe('OK')
    await refusals(caller, [
      ['hasUserPerm', {id: 1, perm_id, parameters: ['lock::8']}, 403, 'may not call'],
      ['hasUserPerm', {id: 1, perm_id}, 403, 'may not call'],
      ['hasUserPerm', {id: 1, perm_id: 'PUT%2Flocks'}, 403, 'may not call'],
      ['hasUserPerm', {id: 9, perm_id: 'GET/locks'}, 403, 'may not call'],
      ['addRolePerm', missing, 400, 'no permission PUT /x'],
    ])
    expect(await result('deleteRolePerm', {role_id: 'guard', perm_id: 'GET%2Flocks'})).toEqual([open])
    await refusals(caller, [['deleteRolePerm', {role_id: 'guard', perm_id: 'GET%2Flocks'}, 404, 'GET/locks']])
    await result('deletePerm', {perm_id})
    expect(await result('listRolePerms', {role_id: 'guard'})).toEqual([])
    expect(await result('listPerms')).toEqual([list])
  })
})
