import {describe, expect, test} from 'vitest'
import {roleGrants} from '../../src/sandbox/auth/records.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {
  seededAccess,
  seededLocationUuid,
  seededMaster,
  seededNeighbour,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {administratorOf, namesIn} from './auth-support.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const {accountUuid: ours, userUuid: ada} = seededAccess
const collection = `/auth/accounts/${ours}/roles`
const nobody = '00000000-0000-4000-8000-000000000000'
const permission = (name: string) => namedUuid(`permission ${name}`)
const [smsCreate, smsRead] = [permission('sms.create'), permission('sms.read')]
const texting = namedUuid('role texting')
const team = namedUuid('group texting')
const mark = 'system role - 01e77463-bf4e-453d-8a89-c145f83d3f54'

interface Role {
  uuid: string
  name: string
  permissions: {uuid: string; name: string}[]
}

const administrator = () => administratorOf(collection)

describe('a role', () => {
  test('is made with its permissions, and of the type role_permission whatever was sent', async () => {
    const {send, create} = await administrator()
    const reply = await create({name: 'Texts', type: 'user', status: 'Active', permissions: [smsCreate, smsRead]})
    const role = reply.json() as Role
    expect(reply.status).toBe(202)
    expect(reply.headers['location']).toMatch(new RegExp(`/auth/roles/${role.uuid}$`))
    expect(role).toMatchObject({
      name: 'Texts',
      description: '',
      type: 'role_permission',
      status: 'Active',
      account_uuid: ours,
      total_members: 2,
      permissions: [
        {uuid: smsCreate, name: 'sms.create', resource_type: 'sms', action: 'create'},
        {uuid: smsRead, name: 'sms.read'},
      ],
    })
    expect((await send(`GET /auth/roles/${role.uuid}`)).json()).toEqual({...role, members: role.permissions})
  })

  test('without permissions shows no list of them: known clients trip over an empty one', async () => {
    const {send, created} = await administrator()
    const role = (await send(`GET /auth/roles/${await created({name: 'Bare'})}`)).json()
    expect(role).toMatchObject({total_members: 0})
    expect(role).not.toHaveProperty('members')
  })

  test.each([
    [{}, 'name is required'],
    [{name: 'Texts', status: 'Gone'}, 'status must be one of Active, Inactive'],
    [{name: 'Texts', permissions: [nobody]}, `permissions unknown: ${nobody}`],
  ])('like %o is refused', async (body, problem) => {
    const {create} = await administrator()
    expect(problemsOf(await create(body))).toEqual([problem])
  })

  test('is changed, activated and deactivated', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Texts', description: 'All texts'})
    const reply = await send(`POST /auth/roles/${uuid}/modify`, {name: 'Texting', type: 'USER'})
    expect(reply.status).toBe(202)
    expect(reply.json()).toMatchObject({name: 'Texting', description: 'All texts', type: 'role_permission'})
    for (const [verb, status] of [
      ['deactivate', 'Inactive'],
      ['activate', 'Active'],
    ]) {
      expect(await send(`POST /auth/roles/${uuid}/${verb}`)).toMatchObject({status: 202, text: ''})
      expect((await send(`GET /auth/roles/${uuid}`)).json()).toMatchObject({status})
    }
  })

  test('is deleted, and groups lose it', async () => {
    const {sandbox, send} = await administrator()
    expect(await send(`DELETE /auth/roles/${texting}`)).toMatchObject({status: 202, text: ''})
    expect((await send(`GET /auth/roles/${texting}`)).status).toBe(404)
    expect(namesIn(await send(`GET /auth/user-groups/${team}/roles`))).toEqual([])
    expect(sandbox.store.collection(roleGrants).count({where: {role_uuid: texting}})).toBe(0)
  })

  test('of an account that is not visible does not exist', async () => {
    const {sandbox, created} = await administrator()
    const uuid = await created({name: 'Texts'})
    const theirs = await signedIn(sandbox, seededNeighbour)
    expect((await theirs(`GET /auth/roles/${uuid}`)).json()).toMatchObject({message: `Role ${uuid} was not found.`})
    expect((await theirs(`DELETE /auth/roles/${uuid}`)).status).toBe(404)
    expect(namesIn(await theirs('GET /auth/roles?limit=100'))).not.toContain('Texts')
  })

  test('goes with its account', async () => {
    const {sandbox, send} = await administrator()
    await send(`POST /auth/accounts/${seededLocationUuid}/roles`, {name: 'Venice'})
    await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
    const master = await signedIn(sandbox, seededMaster)
    expect(namesIn(await master('GET /auth/roles?name=Venice'))).toEqual([])
  })
})

describe('the permissions of a role', () => {
  test('are listed and filtered', async () => {
    const {send} = await administrator()
    const list = async (query: string) => namesIn(await send(`GET /auth/roles/${texting}/permissions?${query}`))
    expect(await list('')).toEqual(['messaging.create', 'messaging.read', 'sms.create', 'sms.read'])
    expect(await list('resource_type=sms')).toEqual(['sms.create', 'sms.read'])
    expect(await list('name=sms.create')).toEqual(['sms.create'])
    expect(await list('name=media.read')).toEqual([])
  })

  test('are added, each once', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Texts', permissions: [smsRead]})
    const assign = (permissions: string[]) => send(`POST /auth/roles/${uuid}/permissions`, {permissions})
    expect(await assign([smsRead, smsCreate])).toMatchObject({status: 204, text: ''})
    expect(namesIn(await send(`GET /auth/roles/${uuid}/permissions`))).toEqual(['sms.create', 'sms.read'])
    expect(problemsOf(await assign([nobody]))).toEqual([`permissions unknown: ${nobody}`])
  })

  test('are taken away, unless a group has the role', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Texts', permissions: [smsRead]})
    const request = `DELETE /auth/roles/${uuid}/permissions/${smsRead}`
    await send(`POST /auth/user-groups/${team}/roles`, {roles: [uuid]})
    expect((await send(request)).json()).toMatchObject({
      code: 400,
      message: expect.stringContaining('in use') as string,
    })
    expect(await send(`DELETE /auth/user-groups/${team}/roles/${uuid}`)).toMatchObject({status: 204, text: ''})
    expect(await send(request)).toMatchObject({status: 204, text: ''})
    expect((await send(request)).status).toBe(404)
  })
})

describe('system roles', () => {
  test('are found by their description, one for each combination of letters', async () => {
    const {send} = await administrator()
    const reply = await send(`GET /auth/roles?offset=0&limit=100&description=${encodeURIComponent(mark)}`)
    const actions = namesIn(reply).map((name) => /^System object role - (.*)$/.exec(name)?.[1])
    expect(actions.toSorted()).toEqual(
      ['read', 'update', 'delete', 'read, update', 'read, delete', 'update, delete', 'read, update, delete'].toSorted(),
    )
    const all = (reply.json() as {items: Role[]}).items.find(({name}) => name.endsWith('read, update, delete'))
    expect(all?.permissions.map(({name}) => name)).toEqual(['object.read', 'object.update', 'object.delete'])
  })

  test('are there for everybody, and the account at the top alone changes them', async () => {
    const sandbox = freshSandbox(10)
    const [theirs, master] = [await signedIn(sandbox, seededNeighbour), await signedIn(sandbox, seededMaster)]
    const uuid = namedUuid('system role object rud')
    expect((await theirs(`GET /auth/roles/${uuid}`)).status).toBe(200)
    expect((await theirs(`POST /auth/roles/${uuid}/deactivate`)).status).toBe(403)
    expect((await master(`POST /auth/roles/${uuid}/deactivate`)).status).toBe(202)
  })
})

describe('the roles of groups and users', () => {
  test('are seen from both ends', async () => {
    const {send, created} = await administrator()
    const uuid = await created({name: 'Texts'})
    expect(await send(`POST /auth/user-groups/${team}/roles`, {roles: [uuid, texting]})).toMatchObject({
      status: 204,
      text: '',
    })
    expect(namesIn(await send(`GET /auth/user-groups/${team}/roles`))).toEqual(['Texting', 'Texts'])
    expect(namesIn(await send(`GET /auth/user-groups/${team}/roles?name=Texts&parent=x&id=y`))).toEqual(['Texts'])
    expect(
      namesIn(await send(`GET /auth/roles/${uuid}/user-groups?name=${encodeURIComponent('Texting team')}`)),
    ).toEqual(['Texting team'])
    expect(namesIn(await send(`GET /auth/roles/${uuid}/user-groups?name=Other`))).toEqual([])
    expect(namesIn(await send(`GET /auth/users/${ada}/roles?limit=100`))).toEqual(
      expect.arrayContaining(['Administrator', 'Texting', 'Texts']),
    )
    expect(namesIn(await send(`GET /auth/users/${seededReader.userUuid}/roles?name=Reader`))).toEqual(['Reader'])
    expect((await send(`GET /auth/users/${seededNeighbour.userUuid}/roles`)).status).toBe(404)
  })

  test('are refused when they do not exist, or are not seen', async () => {
    const {sandbox, send} = await administrator()
    const theirs = await signedIn(sandbox, seededNeighbour)
    const made = await theirs(`POST /auth/accounts/${seededNeighbour.accountUuid}/roles`, {name: 'Theirs'})
    const {uuid} = made.json() as Role
    const assign = (roles: string[]) => send(`POST /auth/user-groups/${team}/roles`, {roles})
    expect(problemsOf(await assign([nobody, uuid]))).toEqual([`roles unknown: ${nobody}, ${uuid}`])
    expect((await send(`DELETE /auth/user-groups/${team}/roles/${uuid}`)).status).toBe(404)
  })
})

describe('a role with a scope', () => {
  const grant = (body: object) => [`POST /auth/user-groups/${team}/role/scopes`, body] as const

  test('is held over resources, whose access list shows the group', async () => {
    const {send} = await administrator()
    const access = `GET /auth/resources/${nobody}/user-groups/access`
    expect((await send(access)).json()).toMatchObject({items: [], metadata: {total: 0}})
    const reply = await send(...grant({role: texting, scope: [{resource: [nobody]}]}))
    expect(reply).toMatchObject({status: 202, text: ''})
    expect((await send(access)).json()).toMatchObject({
      items: [{user_group: {uuid: team, group_name: 'Texting team'}}],
      metadata: {total: 1, count: 1},
    })
    const held = await send(`GET /auth/resources/${nobody}/permissions/access`)
    expect((held.json() as {items: {permission: Role}[]}).items.map((item) => item.permission.name)).toContain(
      'sms.create',
    )
    await send(`DELETE /auth/user-groups/${team}`)
    expect((await send(access)).json()).toMatchObject({items: []})
  })

  test('is not for a resource’s access list as others see it', async () => {
    const {sandbox, send} = await administrator()
    await send(...grant({role: texting, scope: [{resource: [nobody]}]}))
    const theirs = await signedIn(sandbox, seededNeighbour)
    expect((await theirs(`GET /auth/resources/${nobody}/user-groups/access`)).json()).toMatchObject({items: []})
  })

  test.each([
    [{scope: [{resource: [nobody]}]}, ['role is required']],
    [{role: nobody, scope: [{resource: [nobody]}]}, [`role unknown: ${nobody}`]],
    [{role: texting}, ['scope is required']],
    [{role: texting, scope: [{}]}, ['scope names neither an account nor a resource']],
    [{role: texting, scope: [{account: ['x']}]}, ['account element 0 must be a uuid']],
  ])('like %o is refused', async (body, problems) => {
    const {send} = await administrator()
    expect(problemsOf(await send(...grant(body)))).toEqual(problems)
  })

  test('is not for accounts that are not visible', async () => {
    const {send} = await administrator()
    const reply = await send(...grant({role: texting, scope: [{account: [seededNeighbour.accountUuid]}]}))
    expect(reply.status).toBe(404)
    expect((await send(...grant({role: texting, scope: [{account: [seededLocationUuid]}]}))).status).toBe(202)
  })
})

describe('permissions', () => {
  test('are a catalogue with four actions on each kind of resource', async () => {
    const {send} = await administrator()
    const list = async (query: string) => namesIn(await send(`GET /auth/permissions?${query}`))
    expect(await list('resource_type=account')).toEqual([
      'account.create',
      'account.read',
      'account.update',
      'account.delete',
    ])
    expect(await list('name=object.update')).toEqual(['object.update'])
    expect((await send('GET /auth/permissions')).json()).toMatchObject({metadata: {total: 108, count: 10}})
  })

  test('are made, unless the name is taken', async () => {
    const {send} = await administrator()
    const body = {name: 'object.archive', description: 'Archive', resource_type: 'object', action: 'archive'}
    const reply = await send('POST /auth/permissions', body)
    expect(reply.status).toBe(201)
    expect(reply.json()).toEqual({...body, uuid: expect.any(String) as string})
    expect((await send('POST /auth/permissions', body)).json()).toMatchObject({code: 409})
    expect(problemsOf(await send('POST /auth/permissions', {}))).toEqual([
      'name is required',
      'resource_type is required',
      'action is required',
    ])
  })

  test('name the roles that hold them', async () => {
    const {send} = await administrator()
    const list = async (query = '') => namesIn(await send(`GET /auth/permissions/${smsCreate}/roles?${query}`))
    expect(await list()).toEqual(expect.arrayContaining(['Administrator', 'Texting']))
    expect(await list('name=Texting')).toEqual(['Texting'])
    expect((await send(`GET /auth/permissions/${nobody}/roles`)).status).toBe(404)
  })
})
