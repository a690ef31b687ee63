import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Group, type HistoryRecord, type Instance} from '../../src/lib/workflows/instance.ts'
import {type Template} from '../../src/lib/workflows/template.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

const add = namedUuid('workflow add')
const input = ['--input-vars', '{"x": "2", "y": "3"}']

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const template = {
  ...{name: 'Pause', version: '1.0.0'},
  states: [
    {name: 'begin', type: 'start'},
    {name: 'end', type: 'finish'},
  ],
  transitions: [
    {
      ...{name: 'wait', start_state: 'begin', next_state: 'end'},
      condition: {type: 'wait', data: {wait_condition: {wait_value: '3600000'}}},
    },
  ],
}

describe('templates', () => {
  test('live: created from a file, given a version, changed, read in each version, deleted', async () => {
    writeFileSync(join(world.home, 'pause.json'), JSON.stringify(template))
    const {uuid} = await world.json<Template>('workflows', 'templates', 'create', '--body', '@pause.json')
    await world.ok(
      'workflows',
      'templates',
      'create',
      '--body',
      '@pause.json',
      '-F',
      `uuid=${uuid}`,
      '-F',
      'version=1.1.0',
    )
    const get = (...args: string[]) =>
      world.json<Template & {versions: string[]}>('workflows', 'templates', 'get', uuid, ...args)
    expect((await get()).version).toBe('1.1.0')
    expect((await get('--filter', 'expand=versions')).versions).toEqual(['1.1.0', '1.0.0'])
    await world.ok(
      'workflows',
      'templates',
      'update',
      uuid,
      '-F',
      'version=1.0.0',
      '-F',
      'name=Rest',
      '-F',
      'globals.key=k',
    )
    expect(await get('--filter', 'version=1.0.0')).toMatchObject({
      name: 'Rest',
      states: template.states,
      globals: {key: 'k'},
    })
    expect((await get()).name).toBe('Pause')
    await world.ok('workflows', 'templates', 'delete', uuid, '1.1.0', '--yes')
    expect((await get()).version).toBe('1.0.0')
  })

  test('get puts the version into the path, and takes no expand beside it', async () => {
    const get = ['workflows', 'templates', 'get', add]
    expect(await world.request(...get, '--filter', 'version=1.0.0')).toBe(`GET /workflow/workflows/${add}/1.0.0`)
    expect(await world.request(...get, '--filter', 'expand=versions')).toBe(
      `GET /workflow/workflows/${add}?expand=versions`,
    )
    const said = await world.fails(2, ...get, '--filter', 'version=1.0.0', '--filter', 'expand=versions', '--debug')
    expect(said).toContain('version and expand cannot be given together')
    expect(said).not.toContain('GET ')
  })

  test('a slip in a body is named by its path before anything is sent', async () => {
    const slips = {
      ...{...template, staets: []},
      states: [{name: 'begin', type: 'started'}],
      transitions: [
        {...template.transitions[0], condition: {type: 'wait', data: {wait_condition: {wait_value: 'long'}}}},
      ],
    }
    const said = await world.fails(2, 'workflows', 'templates', 'create', '--body', JSON.stringify(slips), '--debug')
    expect(said).toContain('states[0].type is “started”, and must be one of start, normal, decision, finish')
    expect(said).toContain('transitions[0].condition.data.wait_condition.wait_value is “long”')
    expect(said).not.toContain('POST')
    const unknown = await world.run([
      'workflows',
      'templates',
      'create',
      '--body',
      JSON.stringify({...template, staets: []}),
    ])
    expect(unknown.stderr).toContain('did you mean states')
    expect(await world.fails(2, 'workflows', 'templates', 'create', '-F', 'name=x')).toContain(
      'lacks version, states, transitions',
    )
  })
})

describe('start', () => {
  test('sends the defaults that public clients send, and a whole body as it is', async () => {
    const flat = await world.ok('workflows', 'start', add, ...input, '--template-version', '1.0.0', '--dry-run')
    expect(flat).toContain(
      `--data-raw '{"input_vars":{"x":"2","y":"3"},"return_workflow_vars":true,"version":"1.0.0","wait_until_finish":false}'`,
    )
    const whole = await world.ok(
      'workflows',
      'start',
      add,
      '--body',
      '{"version": "1.0.0"}',
      '-F',
      'input_vars.x=2',
      '--dry-run',
    )
    expect(whole).toContain(`--data-raw '{"version":"1.0.0","input_vars":{"x":2}}'`)
    expect(await world.fails(2, 'workflows', 'start', add, '--body', '{}', '--group-name', 'G')).toContain(
      '--group-name',
    )
  })

  test('shows the beginning, and with --wait-until-finish the end', async () => {
    const started = await world.json<Instance>('workflows', 'start', add, ...input)
    expect(started).toMatchObject({current_state: 'begin', workflow_vars: {x: '2', y: '3'}})
    const ended = await world.json<Instance>('workflows', 'start', add, ...input, '--wait-until-finish')
    expect(ended).toMatchObject({current_state: 'done small', workflow_vars: {added: 5}})
  })
})

test('exec prints what the path selects: a value as JSON, a text as it is', async () => {
  const exec = ['workflows', 'exec', add, ...input]
  expect(await world.json(...exec)).toEqual({x: '2', y: '3', added: 5})
  expect(await world.ok(...exec, '--workflow-vars-path', 'added')).toBe('5')
  expect(await world.json(...exec, '--workflow-vars-path', 'x', '--response-content-type', 'text/plain')).toBe('2')
})

test('an instance waits, is seen running and cancelled; its group and history say so', async () => {
  const {uuid} = await world.json<Template>('workflows', 'templates', 'create', '--body', JSON.stringify(template))
  const instance = await world.json<Instance>('workflows', 'start', uuid, '--group-name', 'Pauses')
  expect(await world.ok('workflows', 'list', uuid, '-o', 'id')).toBe(instance.uuid)
  expect(await world.ok('workflows', 'get', uuid, instance.uuid, '--columns', 'object.current_state')).toBe('begin')
  expect(await world.fails(2, 'workflows', 'cancel', uuid, instance.uuid)).toContain('--yes')
  await world.ok('workflows', 'cancel', uuid, instance.uuid, '--yes')
  expect(await world.json('workflows', 'list', uuid)).toEqual([])
  expect(await world.json('workflows', 'history', 'instance', instance.uuid)).toMatchObject({result_type: 'cancelled'})
  const [group] = await world.json<Group[]>('workflows', 'groups', 'list', '--filter', `template_uuid=${uuid}`)
  expect(group).toMatchObject({name: 'Pauses', status: 'cancelled', master: {uuid: instance.uuid}})
})

test('a waiting instance goes on when the clock is moved', async () => {
  const {uuid} = await world.json<Template>('workflows', 'templates', 'create', '--body', JSON.stringify(template))
  const instance = await world.json<Instance>('workflows', 'start', uuid)
  await world.ok('workflows', 'list', uuid)
  await world.ok('sandbox', 'clock', 'advance', '1h')
  expect(await world.ok('workflows', 'history', 'list', '--template', uuid, '-o', 'id')).toBe(instance.uuid)
})

describe('groups', () => {
  const group = namedUuid('workflow group add')
  const child = namedUuid('workflow instance add child')

  test('are shown whole, in parts, and member by member', async () => {
    const get = (...args: string[]) => world.json<Group>('workflows', 'groups', 'get', group, ...args)
    expect(await get()).toMatchObject({master: {uuid: namedUuid('workflow instance add')}, children: [{uuid: child}]})
    expect(Object.keys(await get('--filter', 'show_data=true'))).toEqual(['uuid', 'name', 'status', 'data'])
    expect(await world.json('workflows', 'groups', 'master', group)).toMatchObject({result: {result_type: 'complete'}})
    expect(await world.ok('workflows', 'groups', 'children', group, '-o', 'id')).toBe(child)
    expect(await world.json('workflows', 'groups', 'child', group, child)).toMatchObject({uuid: child})
  })

  test('take a status and data', async () => {
    await world.ok('workflows', 'groups', 'update', group, '--status', 'active', '--data', '{"checked": true}')
    expect(await world.json('workflows', 'groups', 'data', group)).toEqual({checked: true})
    expect(await world.fails(2, 'workflows', 'groups', 'update', group, '--status', 'over', '--data', '{}')).toContain(
      'not one of active',
    )
  })
})

describe('history', () => {
  test('list asks for the short form, and pages on with --all', async () => {
    expect(await world.request('workflows', 'history', 'list', '--template', add)).toMatch(
      new RegExp(`/workflow/history\\?short=true&template_uuid=${add}&offset=0&limit=50$`),
    )
    const rows = await world.json<HistoryRecord[]>('workflows', 'history', 'list', '--template', add, '--all')
    expect(rows.every(({template_uuid}) => template_uuid === add)).toBe(true)
  })

  test('search finds more than one page has', async () => {
    await world.inside(async (sandbox) => {
      const {instances} = await import('../../src/sandbox/workflows/records.ts')
      const all = sandbox.store.collection(instances)
      const one = all.get(namedUuid('workflow instance add'))!
      sandbox.store.transaction(() => {
        for (let count = 0; count < 120; count++)
          all.put({...one, uuid: namedUuid(`run ${count}`), input_vars: {needle: 'hay'}})
      })
    })
    const search = ['workflows', 'history', 'search', '--template', add, '--search', 'hay,straw', '-o', 'id']
    expect((await world.ok(...search)).split('\n')).toHaveLength(50)
    expect((await world.ok(...search, '--all')).split('\n')).toHaveLength(120)
  })

  test('of an instance can be had piece by piece', async () => {
    const instance = namedUuid('workflow instance add')
    const sum = namedUuid('transition sum of add')
    const history = (...args: string[]) => world.json('workflows', 'history', ...args)
    expect(await history('vars', instance)).toMatchObject({workflow_vars: {added: 5}})
    expect(await history('incoming', instance)).toMatchObject({incoming_data: {x: '2', y: '3'}})
    expect(await history('results', instance, sum)).toMatchObject({results: [{result: {sum: 5}}]})
    const whole = await history('instance', instance, '--filter', 'show_transition_results=true')
    expect(whole).toMatchObject({transition_results: [{name: 'sum'}]})
  })
})
