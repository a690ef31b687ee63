import {beforeEach, describe, expect, test} from 'vitest'
import {type ReportTemplate} from '../../src/lib/activity/report-template.ts'
import {seededAccess, seededReader, seededReports} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'

const {accountUuid: ours} = seededAccess
const {messages, run} = seededReports

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

test('what happened is listed, filtered by the service', async () => {
  const list = await world.ok('activity', 'list', '--filter', 'activity_type=message', '--columns', 'activity_subtype')
  expect(list).toBe('sent\nblocked')
  expect(await world.request('activity', 'list', '--filter', 'include=metadata')).toBe(
    'GET /activity/activity?include=metadata&offset=0&limit=50',
  )
})

test('a type and a subtype are registered with a schema, and listed', async () => {
  await world.ok('activity', 'types', 'register', '--activity-type', 'call', '--schema', '{"type": "object"}')
  const type = ['--activity-type', 'call', '--activity-subtype', 'missed', '--schema-version', '2']
  await world.ok('activity', 'subtypes', 'register', ...type, '--schema', '{}')
  const columns = ['--where', 'activity_type=call', '--columns']
  expect(await world.ok('activity', 'types', 'list', ...columns, 'version,schema')).toBe('1\t{"type":"object"}')
  expect(await world.ok('activity', 'subtypes', 'list', ...columns, 'activity_subtype,version')).toBe('missed\t2')
})

describe('templates', () => {
  const source = ['--data-source', '{"source_type": "activity", "activity": "number"}']
  const create = (...args: string[]) =>
    world.json<ReportTemplate>('activity', 'templates', 'create', '--name', 'N', ...source, ...args)

  test('are made of flags that repeat or hold lists; each --limits is a group', async () => {
    const [one, other] = ['a', 'b'].map((column) => ({column, op: '=', value: 1}))
    const columns = ['--report-columns', '{"name": "number"}', '--report-columns', '[{"name": "a"}, {"name": "b"}]']
    const alternatives = ['--limits', JSON.stringify([one, other]), '--limits', JSON.stringify([other])]
    const {template_uuid, ...template} = await create(...columns, ...alternatives)
    expect(template).toEqual({
      ...{name: 'N', data_source: {source_type: 'activity', activity: 'number'}},
      ...{columns: [{name: 'number'}, {name: 'a'}, {name: 'b'}], limits: [[one, other], [other]]},
    })
    expect((await create('--limits', JSON.stringify([[one], [other]]))).limits).toEqual([[one], [other]])
    expect(await world.ok('activity', 'templates', 'list', '-o', 'id')).toContain(template_uuid)
  })

  test('with fields that are wrong are refused before anything is sent', async () => {
    const args = ['activity', 'templates', 'create', '--name', 'N']
    expect(await world.fails(2, ...args, '--data-source', '{}')).toContain('--data-source: source_type is missing.')
    expect(await world.fails(2, ...args, ...source, '--report-columns', '{"nme": "x"}')).toContain('--report-columns')
    expect(await world.fails(2, ...args, ...source, '--report-sort', '{"primary_direction": "up"}')).toContain(
      'primary_direction is “up”, and must be one of ascending, descending.',
    )
  })

  test('are changed where they are told to, and keep the rest', async () => {
    await world.ok(
      'activity',
      'templates',
      'update',
      messages,
      '-F',
      'name=Texts',
      '-F',
      'sort.primary_direction=descending',
    )
    const [template] = await world.json<ReportTemplate[]>('activity', 'templates', 'list')
    expect(template).toMatchObject({
      ...{template_uuid: messages, name: 'Texts', description: 'Who sent what to whom'},
      sort: {primary_column: 'created_datetime', primary_direction: 'descending'},
    })
    expect(await world.fails(5, 'activity', 'templates', 'update', ours, '-F', 'name=x')).toContain(
      'commsctl activity templates list',
    )
  })

  test('are deleted when that is confirmed', async () => {
    expect(await world.fails(2, 'activity', 'templates', 'delete', messages)).toContain('--yes')
    await world.ok('activity', 'templates', 'delete', messages, '--yes')
    await world.fails(5, 'activity', 'templates', 'delete', messages, '--yes')
  })
})

describe('reports', () => {
  test('are about a user or an account, and not both: that is said before anything is sent', async () => {
    const args = ['activity', 'reports', 'run', messages, '--debug']
    const neither = await world.fails(2, ...args)
    expect(neither).toContain('Missing --user or --account.')
    const both = await world.fails(2, ...args, '--user', seededReader.userUuid, '--account', ours)
    expect(both).toContain('--user and --account cannot be given together.')
    expect(neither + both).not.toContain('> POST')
  })

  test('are run, say that they are not there yet, and are fetched when they are', async () => {
    await world.ok('sandbox', 'clock', 'stop')
    const started = await world.json<{report_uuid: string}>('activity', 'reports', 'run', messages, '--account', ours)
    const get = ['activity', 'reports', 'get', '--report', started.report_uuid, '--template', messages]
    expect(await world.json(...get)).toBeNull()
    const {stdout, stderr} = await world.run(get)
    expect([stdout, stderr]).toEqual(['', 'The report is not there yet. Ask again in a while.'])
    await world.ok('sandbox', 'clock', 'advance', '2s')
    expect(await world.ok(...get, '--jq', '.rows[].activity_subtype')).toBe('sent\nblocked')
  })

  test('take their parameters in the body, and their owner in the query', async () => {
    const args = [
      'activity',
      'reports',
      'run',
      messages,
      '--user',
      seededReader.userUuid,
      '--parameters',
      '{"start_time": 1}',
    ]
    const curl = await world.ok(...args, '--dry-run')
    expect(curl).toContain(`/activity/report/${messages}?owner_uuid=${seededReader.userUuid}`)
    expect(curl).toContain('{"parameters":{"start_time":1}}')
  })

  test('of a fresh sandbox are there', async () => {
    expect(await world.json('activity', 'reports', 'get', '--report', run, '--template', messages)).toMatchObject({
      name: 'Messages',
      rows: [{activity_subtype: 'sent'}, {activity_subtype: 'blocked'}],
    })
  })
})
