import {describe, expect, test} from 'vitest'
import {type Resource} from '../../src/lib/resources/resource.ts'
import {type Row} from '../../src/lib/resources/row.ts'
import {type ResourceTemplate} from '../../src/lib/resources/template.ts'
import {resources, resourceTemplates, rows} from '../../src/sandbox/resources/resources.ts'
import {seededAccess, seededLocationUuid, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const base = '/resourcecms/instance'
const seeded = 'IHB23X0B4LoNFLghRM7S'
const [iris, jonas, kim] = ['kQ2mZr81TnVb5YcXw0Aa', 'pL7sDf42HgJk9MnBv3Cc', 'tR5uIo63WeQa1ZxSw8Dd'] as const
const template = {name: 'tasks', description: 'To do', schema: {properties: {title: {type: 'string'}}}}
const anId = expect.stringMatching(/^[A-Za-z0-9]{20}$/) as string

type WithRows = Resource & {rows: {items: Row[]; metadata: object}}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const list = async (query = '') => ((await send(`GET ${base}/${query}`)).json() as {items: Resource[]}).items
  const register = (owner: string, changes: object = {}) =>
    send(`POST /resourcecms/${owner}/register`, {...template, ...changes})
  const registered = async () => (await register(`account/${ours}`)).json() as ResourceTemplate
  const create = (changes: object) => send(`POST ${base}`, {name: 'Mine', ...changes})
  const add = (content: object, resource = seeded) => send(`POST ${base}/${resource}/row`, {content})
  return {sandbox, send, list, register, registered, create, add}
}

const names = (reply: Reply) => (reply.json() as WithRows).rows.items.map(({content}) => content?.['firstname'])

describe('a template', () => {
  test.each([`account/${ours}`, `user/${seededReader.userUuid}`])('is registered for %s', async (owner) => {
    const {register, create} = await administrator()
    const reply = await register(owner)
    const {uuid} = reply.json() as ResourceTemplate
    expect([reply.status, reply.json()]).toEqual([201, {uuid, ...template}])
    expect((await create({template_uuid: uuid})).status).toBe(201)
  })

  test('needs a name and a schema, and an owner who is visible', async () => {
    const {register} = await administrator()
    const reply = await register(`account/${ours}`, {name: '', schema: 'x'})
    expect([reply.status, problemsOf(reply)]).toEqual([400, ['name is required', 'schema must be an object']])
    expect((await register(`account/${seededNeighbour.accountUuid}`)).status).toBe(404)
    expect((await register(`user/${seededNeighbour.userUuid}`)).status).toBe(404)
  })
})

describe('a resource', () => {
  test('is created from a template, under an id that is no uuid, and found', async () => {
    const {send, list, registered, create} = await administrator()
    const {uuid: template_uuid} = await registered()
    const reply = await create({template_uuid, description: 'D', type: 'todo'})
    const made = reply.json() as Resource
    expect(reply.status).toBe(201)
    expect(made).toEqual({
      uuid: anId,
      type: 'todo',
      name: 'Mine',
      description: 'D',
      template_uuid,
      account_uuid: ours,
    })
    expect((await send(`GET ${base}/${made.uuid}/`)).json()).toEqual(made)
    expect(await list('?type=todo')).toEqual([made])
    expect(await list(`?account_uuid=${ours}`)).toHaveLength(2)
    expect(await list(`?account_uuid=${seededLocationUuid}`)).toEqual([])
    expect(await list('?type=nonesuch')).toEqual([])
  })

  test('is of the type that its template is called where none is said', async () => {
    const {registered, create} = await administrator()
    const {uuid: template_uuid} = await registered()
    expect((await create({template_uuid})).json()).toMatchObject({type: 'tasks', description: ''})
  })

  test('is refused without a name, and without a template that there is', async () => {
    const {create} = await administrator()
    expect(problemsOf(await create({name: undefined}))).toEqual(['template_uuid is required', 'name is required'])
    expect((await create({template_uuid: 'none'})).status).toBe(404)
  })

  test('has its rows beside it only when asked', async () => {
    const {send, list} = await administrator()
    const [bare] = await list()
    expect(bare).not.toHaveProperty('rows')
    const [listed] = (await list('?include=rows')) as WithRows[]
    expect(listed?.rows.items.map(({uuid}) => uuid)).toEqual([iris, jonas, kim])
    expect((await send(`GET ${base}/${seeded}/?include=rows`)).json()).toMatchObject({
      ...bare,
      rows: {items: listed?.rows.items, metadata: {total: 3, offset: 0, count: 3, limit: 100}},
    })
  })

  test('pages its rows by names of their own', async () => {
    const {send, add} = await administrator()
    for (let made = 0; made < 12; made++) await add({firstname: `N${made}`})
    const page = await send(`GET ${base}/${seeded}/?include=rows&rows.offset=2&rows.limit=3&offset=9&limit=1`)
    expect(names(page)).toEqual(['Kim', 'N0', 'N1'])
    expect(page.json()).toMatchObject({rows: {metadata: {total: 15, offset: 2, count: 3, limit: 3}}})
    const last = await send(`GET ${base}/${seeded}/?include=rows&rows.offset=14`)
    expect(last.json()).toMatchObject({rows: {metadata: {total: 15, offset: 14, count: 1, limit: 100}}})
  })

  test('is asked for with a slash at the end of the address', async () => {
    const {send} = await administrator()
    expect((await send(`GET ${base}/${seeded}`)).status).toBe(404)
    expect((await send(`GET ${base}/undefined/`)).status).toBe(404)
  })
})

describe('a row', () => {
  test('is added, shown with what is asked for, deleted', async () => {
    const {send, add} = await administrator()
    const content = {firstname: 'Lena', phones: []}
    const reply = await add(content)
    const row = reply.json() as Row
    expect([reply.status, row]).toEqual([201, {uuid: anId, resource_instance_uuid: seeded, content}])
    const path = `${base}/${seeded}/row/${row.uuid}`
    expect((await send(`GET ${path}`)).json()).toEqual(row)
    expect((await send(`GET ${path}?include=content`)).json()).toEqual(row)
    expect((await send(`GET ${path}?include=references`)).json()).toEqual({
      uuid: row.uuid,
      resource_instance_uuid: seeded,
      references: [],
    })
    expect(await send(`DELETE ${path}`)).toMatchObject({status: 204, text: ''})
    for (const method of ['GET', 'DELETE']) expect((await send(`${method} ${path}`)).status).toBe(404)
    expect(names(await send(`GET ${base}/${seeded}/?include=rows`))).toEqual(['Iris', 'Jonas', 'Kim'])
  })

  test('is in its own resource only', async () => {
    const {send, registered, create} = await administrator()
    const {uuid} = (await create({template_uuid: (await registered()).uuid})).json() as Resource
    expect((await send(`GET ${base}/${uuid}/row/${iris}`)).status).toBe(404)
    expect((await send(`DELETE ${base}/${uuid}/row/${iris}`)).status).toBe(404)
    const other = await send(`POST ${base}/${uuid}/row`, {resource_instance_uuid: seeded, content: {}})
    expect([other.status, problemsOf(other)]).toEqual([400, ['resource_instance_uuid is not the one of the path']])
    const same = await send(`POST ${base}/${uuid}/row`, {resource_instance_uuid: uuid, content: {}})
    expect(same.status).toBe(201)
    expect(problemsOf(await send(`POST ${base}/${uuid}/row`, {content: []}))).toEqual(['content must be an object'])
  })
})

describe('a search', () => {
  const is = (column: string, term: string) => ({column, term, operation: '='})

  test.each([
    [[is('lastname', 'Boyd')], ['Iris', 'Jonas']],
    [[is('lastname', 'Boyd'), is('firstname', 'Jonas')], ['Jonas']],
    [is('firstname', 'Kim'), ['Kim']],
    [[is('email_address', 'kim@vega.example')], ['Kim']],
    [[is('firstname', 'kim')], []],
    [[{column: 'firstname', term: 'Kim'}], ['Kim']],
  ])('of %j finds the rows that meet all of it', async (body, found) => {
    const {send} = await administrator()
    const reply = await send(`POST ${base}/${seeded}/search`, body)
    expect([reply.status, names(reply)]).toEqual([200, found])
    expect(reply.json()).toMatchObject({uuid: seeded, name: 'Patients', rows: {metadata: {total: found.length}}})
  })

  test.each([
    [[{term: 'x', operation: '='}], ['column is required']],
    [[{...is('a', 'b'), operation: '~'}], ['operation must be one of =']],
    [['x'], []],
    [undefined, []],
  ])('of %j is refused', async (body, problems) => {
    const {send} = await administrator()
    const reply = await send(`POST ${base}/${seeded}/search`, body)
    expect([reply.status, problemsOf(reply)]).toEqual([400, problems])
  })

  test('may be made by users who may only read', async () => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect(names(await send(`POST ${base}/${seeded}/search`, is('firstname', 'Kim')))).toEqual(['Kim'])
    expect((await send(`POST ${base}/${seeded}/row`, {content: {}})).status).toBe(403)
  })
})

describe('relations', () => {
  const relate = (row: string) => `POST /resourcecms/relation/${row}/add`

  test('are added once each, and shown when asked', async () => {
    const {send} = await administrator()
    expect((await send(relate(iris), [jonas])).status).toBe(200)
    expect((await send(relate(iris), [jonas, {uuid: kim}])).json()).toMatchObject({
      uuid: iris,
      references: [jonas, kim],
    })
    const show = async (query: string) => (await send(`GET ${base}/${seeded}/?${query}`)).json() as WithRows
    const shown = await show('include=rows,references')
    expect(shown.rows.items.map(({references}) => references)).toEqual([[jonas, kim], [], []])
    expect(shown.references?.items).toEqual([jonas, kim].map((uuid) => ({uuid, resource_instance_uuid: seeded})))
    expect((await show('expand=references')).references?.items[0]).toMatchObject({
      uuid: jonas,
      content: {firstname: 'Jonas'},
    })
    expect(await show('include=rows')).not.toHaveProperty('references')
  })

  test('go with the row that they lead to', async () => {
    const {send} = await administrator()
    await send(relate(iris), [jonas, kim])
    await send(`DELETE ${base}/${seeded}/row/${jonas}`)
    const left = (await send(`GET ${base}/${seeded}/row/${iris}?include=references`)).json() as Row
    expect(left.references).toEqual([kim])
  })

  test('lead from and to rows that there are', async () => {
    const {send} = await administrator()
    expect((await send(relate('none'), [jonas])).status).toBe(404)
    expect((await send(relate(iris), [jonas, 'none'])).status).toBe(404)
    expect((await send(relate(iris), {uuid: jonas})).status).toBe(400)
    expect((await send(relate(iris), [7])).status).toBe(400)
    const {references} = (await send(`GET ${base}/${seeded}/row/${iris}?include=references`)).json() as Row
    expect(references).toEqual([])
  })
})

test('resources of accounts that are not visible do not exist', async () => {
  const {sandbox} = await administrator()
  const send = await signedIn(sandbox, seededNeighbour)
  for (const [request, body] of [
    [`GET ${base}/${seeded}/`],
    [`GET ${base}/${seeded}/row/${iris}`],
    [`DELETE ${base}/${seeded}/row/${iris}`],
    [`POST ${base}/${seeded}/row`, {content: {}}],
    [`POST ${base}/${seeded}/search`, []],
    [`POST /resourcecms/relation/${iris}/add`, [jonas]],
  ] as const) {
    expect((await send(request, body)).status, request).toBe(404)
  }
  expect((await send(`GET ${base}/?account_uuid=${ours}`)).json()).toMatchObject({items: [], metadata: {total: 0}})
})

test('resources, their rows and templates go with their account', async () => {
  const {sandbox, send, register} = await administrator()
  const {store} = sandbox
  const {uuid: template_uuid} = (await register(`account/${seededLocationUuid}`)).json() as ResourceTemplate
  store.collection(resources).put({
    ...{uuid: 'r', type: 't', name: 'n', description: ''},
    ...{template_uuid, account_uuid: seededLocationUuid},
  })
  store.collection(rows).put({uuid: 'row', resource_instance_uuid: 'r', content: {}, references: []})
  store.collection(rows).update(iris, (row) => ({...row, references: ['row', kim]}))
  await send(`DELETE /accounts/accounts/${seededLocationUuid}`)
  expect(
    store
      .collection(resources)
      .find()
      .map(({uuid}) => uuid),
  ).toEqual([seeded])
  expect(
    store
      .collection(rows)
      .find()
      .map(({uuid}) => uuid),
  ).toEqual([iris, jonas, kim])
  expect(store.collection(rows).get(iris)?.references).toEqual([kim])
  expect(store.collection(resourceTemplates).count()).toBe(1)
})
