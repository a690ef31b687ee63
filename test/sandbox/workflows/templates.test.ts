import {describe, expect, test} from 'vitest'
import {type Template} from '../../../src/lib/workflows/template.ts'
import {namedUuid} from '../../../src/sandbox/named-uuid.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, signedIn} from '../support.ts'

const path = '/workflow/workflows'
const seeded = namedUuid('workflow add')

const condition = {type: 'passthrough', data: {passthrough_condition: {}}}
const through = {name: 'through', start_state: 'begin', next_state: 'end', condition}
const template = {
  ...{name: 'Through', description: 'Goes through', version: '1.0.1', status: 'active'},
  states: [
    {name: 'begin', type: 'start'},
    {name: 'end', type: 'finish'},
  ],
  transitions: [through],
  users: {account_uuid: seededAccess.accountUuid, user_uuids: [seededAccess.userUuid]},
  globals: {token: 'T'},
}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const created = async (changes: object = {}) =>
    (await send(`POST ${path}`, {...template, ...changes})).json() as {uuid: string; version: string}
  return {sandbox, send, created}
}

const versions = (reply: Reply) =>
  (reply.json() as {items: {uuid: string; version: string}[]}).items.map(({version}) => version)
const detailsOf = (reply: Reply) => JSON.stringify((reply.json() as {details: unknown}).details)

describe('a template', () => {
  test('is made with status 200, read back whole, with uuids for its parts', async () => {
    const {send} = await administrator()
    const reply = await send(`POST ${path}`, template)
    const made = reply.json() as Template
    expect([reply.status, made]).toMatchObject([200, template])
    const parts = [...made.states, ...made.transitions]
    expect(parts.map(({uuid}) => typeof uuid)).toEqual(['string', 'string', 'string'])
    expect((await send(`GET ${path}/${made.uuid}`)).json()).toEqual(made)
  })

  test('gets a version under the same uuid, once; the newest is shown unless another is asked for', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    await created({uuid, version: '1.10.0'})
    await created({uuid, version: '1.9.0'})
    expect((await send(`POST ${path}`, {...template, uuid, version: '1.9.0'})).status).toBe(409)
    expect((await send(`GET ${path}/${uuid}`)).json()).toMatchObject({version: '1.10.0'})
    expect((await send(`GET ${path}/${uuid}/1.0.1`)).json()).toMatchObject({version: '1.0.1'})
    expect((await send(`GET ${path}/${uuid}/2.0.0`)).status).toBe(404)
    const expanded = (await send(`GET ${path}/${uuid}?expand=versions`)).json()
    expect(expanded).toMatchObject({versions: ['1.10.0', '1.9.0', '1.0.1']})
  })

  test('takes the uuid that it is given', async () => {
    const {created} = await administrator()
    const uuid = '6d6a3f0e-35a4-4a8b-9b0a-1f1f6f3f2b11'
    expect(await created({uuid})).toMatchObject({uuid})
  })

  test('is replaced in the version that the body names', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    await created({uuid, version: '2.0.0'})
    const reply = await send(`PUT ${path}/${uuid}`, {
      ...template,
      name: 'Other',
      status: 'inactive',
      globals: undefined,
    })
    expect([reply.status, reply.json()]).toMatchObject([200, {uuid, name: 'Other', version: '1.0.1', globals: {}}])
    expect((await send(`GET ${path}/${uuid}`)).json()).toMatchObject({name: 'Through', version: '2.0.0'})
    expect((await send(`PUT ${path}/${uuid}`, {...template, version: '3.0.0'})).status).toBe(404)
    expect((await send(`PUT ${path}/${uuid}`, {...template, uuid: seeded})).status).toBe(400)
  })

  test('loses one version at a time, and is gone with the last', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    await created({uuid, version: '2.0.0'})
    expect((await send(`DELETE ${path}/${uuid}/2.0.0`)).status).toBe(204)
    expect((await send(`GET ${path}/${uuid}`)).json()).toMatchObject({version: '1.0.1'})
    expect((await send(`DELETE ${path}/${uuid}/2.0.0`)).status).toBe(404)
    await send(`DELETE ${path}/${uuid}/1.0.1`)
    expect((await send(`GET ${path}/${uuid}`)).status).toBe(404)
  })

  test.each<[string, object, string]>([
    ['no name', {name: undefined}, 'name is missing'],
    ['a version that is none', {version: 'new'}, 'version is “new”'],
    ['an unknown status', {status: 'ready'}, 'status is “ready”, and must be one of active, inactive'],
    ['an unknown type of state', {states: [{name: 'a', type: 'pause'}]}, 'states[0].type is “pause”'],
    ['no start', {states: [{name: 'end', type: 'finish'}]}, 'must have one state of type start, not 0'],
    ['a state twice', {states: [...template.states, {name: 'end', type: 'finish'}]}, 'has end twice'],
    ['a way to nowhere', {transitions: [{...through, next_state: 'gone'}]}, 'is no state: gone'],
    [
      'a way for errors to nowhere',
      {transitions: [{...through, next_error_state: 'x'}]},
      'transitions[0].next_error_state',
    ],
    ['an unknown condition', {transitions: [{...through, condition: {type: 'hope'}}]}, 'condition.type is “hope”'],
    [
      'a wait of no length',
      {transitions: [{...through, condition: {type: 'wait'}}]},
      'wait_condition","message":"is required',
    ],
    [
      'a decision that decides nothing',
      {states: [...template.states, {name: 'c', type: 'decision'}]},
      'required of a decision',
    ],
  ])('with %s is refused', async (_what, changes, problem) => {
    const {send} = await administrator()
    const reply = await send(`POST ${path}`, {...template, ...changes})
    expect(reply.status).toBe(400)
    expect(detailsOf(reply)).toContain(problem)
  })

  test.each([
    ['an empty object', {}],
    ['no JSON', '{"name":'],
    ['a bare text', '"template"'],
  ])('that is %s is refused', async (_what, body) => {
    const {send} = await administrator()
    expect((await send(`POST ${path}`, body)).status).toBe(400)
  })
})

describe('templates', () => {
  test('are listed in their newest version, or in all; by status', async () => {
    const {send, created} = await administrator()
    await created({status: 'inactive'})
    expect(versions(await send(`GET ${path}`))).toEqual(['1.1.0', '1.0.0', '1.0.1'])
    expect(versions(await send(`GET ${path}?show_versions=true`))).toEqual(['1.0.0', '1.1.0', '1.0.0', '1.0.1'])
    expect(versions(await send(`GET ${path}?status=inactive`))).toEqual(['1.0.1'])
    expect((await send(`GET ${path}?limit=1&offset=1`)).json()).toMatchObject({
      metadata: {total: 3, offset: 1, count: 1, limit: 1},
    })
  })

  test('of others cannot be seen, and readers may not make any', async () => {
    const {sandbox} = await administrator()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect(versions(await neighbour(`GET ${path}`))).toEqual([])
    expect((await neighbour(`GET ${path}/${seeded}`)).status).toBe(404)
    expect((await neighbour(`DELETE ${path}/${seeded}/1.0.0`)).status).toBe(404)
    expect((await neighbour(`POST ${path}`, template)).status).toBe(404)
    expect((await neighbour(`POST ${path}`, {...template, users: undefined, uuid: seeded})).status).toBe(409)
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(`POST ${path}`, template)).status).toBe(403)
  })
})
