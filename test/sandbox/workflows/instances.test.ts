import {describe, expect, test} from 'vitest'
import {type Instance} from '../../../src/lib/workflows/instance.ts'
import {namedUuid} from '../../../src/sandbox/named-uuid.ts'
import {deliveries} from '../../../src/sandbox/pubsub/deliveries.ts'
import {seededAccess, seededNeighbour} from '../../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, serve, signedIn} from '../support.ts'

const add = namedUuid('workflow add')
const sum = namedUuid('transition sum of add')
const manyOf = (template: string) => `/workflow/workflows/${template}/instances`

const way = (name: string, start_state: string, next_state: string, condition: object) => ({
  ...{name, start_state, next_state, condition},
})
const wait = (milliseconds: number) => ({type: 'wait', data: {wait_condition: {wait_value: String(milliseconds)}}})

/** Waits, then echoes its variable `text`. */
const patient = (milliseconds: number) => ({
  ...{name: 'Patient', version: '1.0.0'},
  states: [
    {name: 'begin', type: 'start'},
    {name: 'awake', type: 'normal'},
    {name: 'end', type: 'finish'},
  ],
  transitions: [
    way('sleep', 'begin', 'awake', wait(milliseconds)),
    way('say', 'awake', 'end', {
      type: 'lambda',
      data: {lambda_condition: {function_name: 'echo', parameters: {said: '^text'}, result_path: '$echo'}},
    }),
  ],
})

async function administrator() {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const send = await signedIn(sandbox)
  const start = async (template: string, body: object = {}) =>
    (await send(`POST ${manyOf(template)}`, body)).json() as Instance
  const history = async (uuid: string, query = '') =>
    (await send(`GET /workflow/history/${uuid}/filter${query}`)).json() as Record<string, unknown>
  const template = async (body: object) =>
    ((await send('POST /workflow/workflows', body)).json() as {uuid: string}).uuid
  const listed = async (template: string, query = '') => itemsOf(await send(`GET ${manyOf(template)}${query}`))
  return {sandbox, send, start, history, template, listed}
}

const itemsOf = (reply: Reply) => (reply.json() as {items: Record<string, unknown>[]}).items
const idsOf = (items: readonly Record<string, unknown>[]) => items.map(({uuid}) => uuid)

describe('a start', () => {
  test('answers with how it stands, and runs by itself', async () => {
    const {send, history} = await administrator()
    const reply = await send(`POST ${manyOf(add)}`, {input_vars: {x: '2', y: '3'}, group_name: 'Sums'})
    const started = reply.json() as Instance
    expect([reply.status, started]).toEqual([
      200,
      {
        ...{uuid: expect.any(String) as string, template_uuid: add, template_version: '1.1.0', current_state: 'begin'},
        ...{input_vars: {x: '2', y: '3'}, workflow_vars: {x: '2', y: '3'}},
        ...{group_uuid: expect.any(String) as string, group_name: 'Sums'},
      },
    ])
    expect(await history(started.uuid)).toMatchObject({
      ...{uuid: started.uuid, template_uuid: add, template_version: '1.1.0', result_type: 'complete'},
      workflow_vars: {x: '2', y: '3', added: 5},
    })
  })

  test('takes a version, a state to begin with, and leaves the variables out on demand', async () => {
    const {send, start, history} = await administrator()
    const {uuid} = await start(add, {version: '1.0.0', input_vars: {x: 1, y: 2}})
    expect(await history(uuid)).toMatchObject({template_version: '1.0.0', workflow_vars: {added: 3}})
    const skipped = await start(add, {start_state: 'compare', input_vars: {added: 11}, return_workflow_vars: false})
    expect(skipped).not.toHaveProperty('workflow_vars')
    const state = await send(`GET ${manyOf(add)}/${skipped.uuid}`)
    expect(state.json()).toMatchObject({object: {current_state: 'done large', template_uuid: add}})
  })

  test.each([
    ['an unknown version', {version: '9.0.0'}, 404],
    ['an unknown state', {start_state: 'nowhere'}, 400],
    ['a group that there is not', {group_uuid: namedUuid('nobody')}, 404],
    ['input that is no object', {input_vars: 'x'}, 400],
  ])('with %s is refused, and nothing runs', async (_what, body, status) => {
    const {send, listed} = await administrator()
    expect((await send(`POST ${manyOf(add)}`, body)).status).toBe(status)
    expect(await listed(add)).toEqual([])
  })

  test('with wait_until_finish answers with how it ended', async () => {
    const {sandbox, start, template} = await administrator()
    sandbox.clock.start()
    const uuid = await template(patient(30))
    const ended = await start(uuid, {input_vars: {text: 'Hi'}, wait_until_finish: true})
    expect(ended).toMatchObject({current_state: 'end', result_type: 'complete', workflow_vars: {echo: {said: 'Hi'}}})
  })
})

describe('a wait', () => {
  test('goes on when the sandbox’s clock says so, whatever becomes of the template', async () => {
    const {sandbox, send, start, history, template, listed} = await administrator()
    const uuid = await template(patient(60_000))
    const instance = await start(uuid, {input_vars: {text: 'Hi'}})
    expect(await listed(uuid)).toMatchObject([{uuid: instance.uuid, current_state: 'begin'}])
    expect(await history(instance.uuid)).toMatchObject({result_type: 'running', end_datetime: null})
    sandbox.clock.advance(59_999)
    expect(await listed(uuid)).toHaveLength(1)
    expect((await send(`DELETE /workflow/workflows/${uuid}/1.0.0`)).status).toBe(204)
    sandbox.clock.advance(600_001)
    const begun = Date.parse((await history(instance.uuid))['start_datetime'] as string)
    expect(await history(instance.uuid)).toMatchObject({
      ...{result_type: 'complete', workflow_vars: {text: 'Hi', echo: {said: 'Hi'}}},
      end_datetime: new Date(begun + 60_000).toISOString(),
    })
  })

  test('of a served sandbox goes on by itself', async () => {
    const {sandbox, start, template} = await administrator()
    sandbox.clock.start()
    await serve(sandbox)
    const uuid = await template(patient(20))
    const instance = await start(uuid, {wait_until_finish: true})
    expect(instance).toMatchObject({result_type: 'complete'})
  })
})

describe('exec', () => {
  const exec = (body: object) => async () => {
    const {send} = await administrator()
    return send(`POST ${manyOf(add)}/exec`, {input_vars: {x: 2, y: 3}, ...body})
  }

  test('gives the variables, or what the path selects of them', async () => {
    expect((await exec({})()).json()).toEqual({x: 2, y: 3, added: 5})
    const selected = await exec({workflow_vars_path: 'added'})()
    expect([selected.status, selected.text, selected.headers['content-type']]).toEqual([
      ...[200, '5'],
      expect.stringContaining('application/json') as string,
    ])
    expect((await exec({workflow_vars_path: 'none.such'})()).json()).toBeNull()
  })

  test('gives it in the content type that was asked for', async () => {
    const reply = await exec({
      workflow_vars_path: 'name',
      input_vars: {x: 1, y: 2, name: '<b>Ada</b>'},
      response_content_type: 'text/html',
    })()
    expect([reply.text, reply.headers['content-type']]).toEqual([
      '<b>Ada</b>',
      expect.stringContaining('text/html') as string,
    ])
  })

  test('of a workflow that waits while the clock stands still is 504', async () => {
    const {send, template} = await administrator()
    const uuid = await template(patient(60_000))
    expect((await send(`POST ${manyOf(uuid)}/exec`, {})).status).toBe(504)
  })
})

describe('cancelling', () => {
  test('ends an instance that runs, with its group; one that has ended is 404', async () => {
    const {sandbox, send, start, history, template, listed} = await administrator()
    const uuid = await template(patient(60_000))
    const {uuid: instance, group_uuid: group} = await start(uuid)
    const reply = await send(`DELETE ${manyOf(uuid)}/${instance}`)
    expect([reply.status, reply.text]).toEqual([204, ''])
    expect(await listed(uuid)).toEqual([])
    sandbox.clock.advance(120_000)
    expect(await history(instance)).toMatchObject({result_type: 'cancelled'})
    expect((await send(`GET /workflow/groups/${group}`)).json()).toMatchObject({status: 'cancelled'})
    expect((await send(`DELETE ${manyOf(uuid)}/${instance}`)).status).toBe(404)
  })
})

describe('a group', () => {
  test('has a master and children, and is complete with the last of them', async () => {
    const {sandbox, send, start, template} = await administrator()
    const uuid = await template(patient(60_000))
    const master = await start(uuid, {group_name: 'Pair'})
    const group = master.group_uuid
    const child = await start(add, {group_uuid: group, input_vars: {x: 1, y: 1}})
    expect(child).toMatchObject({group_uuid: group, group_name: 'Pair'})
    const path = `/workflow/groups/${group}`
    expect((await send(`GET ${path}`)).json()).toMatchObject({
      ...{uuid: group, name: 'Pair', status: 'active', data: {}},
      ...{master: {uuid: master.uuid, template_uuid: uuid}, children: [{uuid: child.uuid}]},
    })
    expect((await send(`GET ${path}/filter/master`)).json()).toMatchObject({
      uuid: master.uuid,
      result: {result_type: 'running'},
    })
    expect(idsOf((await send(`GET ${path}/filter/children`)).json() as [])).toEqual([child.uuid])
    expect((await send(`GET ${path}/filter/children/${child.uuid}`)).json()).toMatchObject({
      ...{uuid: child.uuid, result: {result_type: 'complete'}},
    })
    expect((await send(`GET ${path}/filter/children/${master.uuid}`)).status).toBe(404)
    sandbox.clock.advance(60_000)
    expect((await send(`GET ${path}`)).json()).toMatchObject({status: 'complete'})
  })

  test('shows the parts that are asked for, and takes a status and data', async () => {
    const {send, start} = await administrator()
    const {group_uuid: group, uuid} = await start(add)
    const path = `/workflow/groups/${group}`
    const changed = await send(`PUT ${path}`, {status: 'cancelled', data: {note: 'n'}})
    expect([changed.status, changed.json()]).toMatchObject([200, {status: 'cancelled', data: {note: 'n'}}])
    expect((await send(`GET ${path}/filter/data`)).json()).toEqual({note: 'n'})
    const parts = async (query: string) => (await send(`GET ${path}/filter?${query}`)).json()
    expect(await parts('show_data=true')).toEqual({uuid: group, name: '', status: 'cancelled', data: {note: 'n'}})
    expect(await parts('show_master=true&show_data=false')).toMatchObject({master: {uuid}})
    expect(Object.keys((await parts('trace=x')) as object)).toEqual(['uuid', 'name', 'status'])
    expect((await send(`PUT ${path}`, {status: 'over', data: {}})).status).toBe(400)
    expect((await send(`PUT ${path}`, {status: 'active'})).status).toBe(400)
  })

  test('is listed by template and by when it began', async () => {
    const {sandbox, send, start} = await administrator()
    const {group_uuid: group} = await start(add)
    const list = async (query: string) => idsOf(itemsOf(await send(`GET /workflow/groups?${query}`)))
    const now = new Date(sandbox.clock.now()).toISOString()
    expect(await list(`template_uuid=${add}`)).toEqual([namedUuid('workflow group add'), group])
    expect(await list(`start_datetime=${now}`)).toEqual([group])
    expect(await list(`template_uuid=${add}&end_datetime=2025-12-31T00:00:00Z`)).toEqual([
      namedUuid('workflow group add'),
    ])
  })
})

describe('the history', () => {
  test('of an instance has the parts that are asked for; variables unless they are unwanted', async () => {
    const {start, history} = await administrator()
    const {uuid} = await start(add, {input_vars: {x: 1, y: 2}})
    expect(Object.keys(await history(uuid))).not.toContain('incoming_data')
    expect(
      await history(uuid, '?show_workflow_vars=false&show_incoming_data=true&show_transition_results=true'),
    ).toEqual({
      ...{uuid, template_uuid: add, template_version: '1.1.0', result_type: 'complete'},
      ...{start_datetime: expect.any(String) as string, end_datetime: expect.any(String) as string},
      incoming_data: {x: 1, y: 2},
      transition_results: [
        expect.objectContaining({transition_uuid: sum, name: 'sum', result_type: 'complete', result: {sum: 3}}),
        expect.objectContaining({name: 'small', result_type: 'complete'}),
      ],
    })
  })

  test('can be had piece by piece', async () => {
    const {send, start} = await administrator()
    const {uuid} = await start(add, {input_vars: {x: 1, y: 2}})
    const piece = async (path: string) => (await send(`GET /workflow/history/${uuid}/filter/${path}`)).json()
    expect(await piece('workflow_vars')).toEqual({result_type: 'complete', workflow_vars: {x: 1, y: 2, added: 3}})
    expect(await piece('incoming_data')).toEqual({result_type: 'complete', incoming_data: {x: 1, y: 2}})
    expect(await piece(`${sum}/results`)).toMatchObject({result_type: 'complete', results: [{result: {sum: 3}}]})
    expect(await piece(`${add}/results`)).toMatchObject({code: 404})
  })

  test('says why an instance failed', async () => {
    const {start, history} = await administrator()
    const {uuid} = await start(add, {input_vars: {x: 'many'}})
    expect(await history(uuid)).toMatchObject({
      result_type: 'error',
      error: expect.stringContaining('Not all of them') as string,
    })
  })

  test('of a template has what has ended, by version and time, in pages; a search looks into its data', async () => {
    const {sandbox, send, start} = await administrator()
    const {uuid} = await start(add, {input_vars: {x: 20, y: 22, who: {name: 'Ada'}}})
    const list = async (query: string) =>
      idsOf(itemsOf(await send(`GET /workflow/history?template_uuid=${add}&${query}`)))
    const seeds = [namedUuid('workflow instance add child'), namedUuid('workflow instance add')]
    expect(await list('short=true')).toEqual([uuid, ...seeds])
    expect(await list('version=1.0.0')).toEqual(seeds)
    expect(await list(`start_datetime=${new Date(sandbox.clock.now()).toISOString()}`)).toEqual([uuid])
    expect(await list('offset=1&limit=1')).toEqual(seeds.slice(0, 1))
    expect(await list('search=Ada,nobody')).toEqual([uuid])
    expect(await list('search=42')).toEqual([uuid])
    expect(await list('search=4')).toEqual(seeds.slice(0, 1))
    const found = await send(`GET /workflow/history?template_uuid=${add}&search=5,12&limit=100`)
    expect(found.json()).toMatchObject({metadata: {total: 2, limit: 50}})
  })
})

test('instances, groups and histories of others cannot be seen', async () => {
  const {sandbox} = await administrator()
  const neighbour = await signedIn(sandbox, seededNeighbour)
  const instance = namedUuid('workflow instance add')
  const group = namedUuid('workflow group add')
  const paths = [
    `/workflow/history/${instance}/filter`,
    `/workflow/groups/${group}`,
    manyOf(add),
    `${manyOf(add)}/${instance}`,
  ]
  const replies = await Promise.all(paths.map((path) => neighbour(`GET ${path}`)))
  expect(replies.map(({status}) => status)).toEqual([404, 404, 404, 404])
  expect((await neighbour(`POST ${manyOf(add)}`, {})).status).toBe(404)
  expect(itemsOf(await neighbour('GET /workflow/history'))).toEqual([])
  expect(itemsOf(await neighbour('GET /workflow/groups'))).toEqual([])
})

test('subscribers are told when a workflow has finished', async () => {
  const {sandbox, send, start, history} = await administrator()
  const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
  const callback = {url: 'http://127.0.0.1:9/'}
  await send('POST /pubsub/subscriptions', {
    account_uuid,
    user_uuid,
    callback,
    events: {workflow: ['workflow_finished']},
  })
  const {uuid} = await start(add, {input_vars: {x: 1, y: 2}})
  await history(uuid)
  expect(sandbox.store.collection(deliveries).find().at(-1)?.body).toMatchObject({
    ...{service: 'workflow', event: 'workflow_finished', account_uuid, user_uuid},
    data: {uuid, template_uuid: add, result_type: 'complete', workflow_vars: {added: 3}},
  })
})
