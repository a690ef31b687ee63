import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Firing, type ScheduledEvent} from '../../src/lib/scheduler/event.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

const add = namedUuid('workflow add')
const fired = namedUuid('scheduled event fired')
const titled = ['--title', 'Recall', '--description', 'Calls patients']

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const create = (...args: string[]) => world.json<ScheduledEvent>('scheduler', 'create', ...titled, ...args)

describe('create', () => {
  test('needs no more than a title and a description: once, in New York, as soon as can be', async () => {
    const event = await create()
    expect(event).toMatchObject({
      ...{title: 'Recall', user_uuid: seededAccess.userUuid, timezone: 'America/New_York', status: 'active'},
      ...{frequency: {type: 'once'}, type: ''},
    })
    const {next_datetime: next} = await world.json('scheduler', 'next', event.uuid)
    expect(next).toBe(event.start_datetime)
  })

  test('sends the constant status, and the frequency, trigger and notification as they are given', async () => {
    const json = ['--frequency', '{"type": "week", "day_of_week": ["monday", 4]}']
    const trigger = ['--trigger', `{"type": "workflow", "workflow_uuid": "${add}", "parameters": {"x": 1}}`]
    const dry = await world.ok(
      'scheduler',
      'create',
      ...titled,
      ...json,
      ...trigger,
      '--notification',
      '{"type": "pubsub"}',
      '--dry-run',
    )
    expect(dry).toContain('"status":"active"')
    expect(dry).toContain('"frequency":{"type":"week","day_of_week":["monday",4]}')
    expect(dry).toContain(`"workflow_uuid":"${add}","parameters":{"x":1}`)
  })

  test.each([
    [['--frequency', '{"type": "weekly"}'], '--frequency: type is “weekly”, and must be one of once, minute'],
    [['--frequency', '{"type": "day", "interval": 0}'], '--frequency: interval is 0'],
    [['--trigger', '{"type": "workflow"}'], '--trigger: workflow_uuid is missing'],
    [['--notification', '{"type": "mail"}'], '--notification: type is “mail”'],
    [['--start-datetime', 'soon'], '--start-datetime: “soon” is not a date'],
  ])('refuses %j before sending', async (args, problem) => {
    expect(await world.fails(2, 'scheduler', 'create', ...titled, ...args)).toContain(problem)
  })
})

test('an event fires when the clock is moved there; then its workflow has run and the history has it', async () => {
  const trigger = `{"type": "workflow", "workflow_uuid": "${add}", "parameters": {"x": "20", "y": "22"}}`
  const {uuid} = await create('--trigger', trigger)
  await world.ok('sandbox', 'clock', 'advance', '3m')
  const [firing] = await world.json<Firing[]>('scheduler', 'history', '--filter', `event_uuid=${uuid}`)
  expect(firing).toMatchObject({status: 'complete', title: 'Recall'})
  const vars = await world.json('workflows', 'history', 'vars', firing!.workflow_instance_uuid!)
  expect(vars).toMatchObject({result_type: 'complete', workflow_vars: {added: 42}})
  expect(await world.json('scheduler', 'next', uuid)).toMatchObject({next_datetime: null})
})

test('update lays changes over the event; one that has fired takes a new start', async () => {
  const before = await world.json<ScheduledEvent>('scheduler', 'get', fired)
  const renamed = await world.json('scheduler', 'update', fired, '-F', 'title=Opened', '-F', 'metadata.room=1')
  expect(renamed).toEqual({...before, title: 'Opened', metadata: {room: 1}})
  await world.ok('scheduler', 'update', fired, '-F', 'start_datetime=2032-03-01T09:00:00-05:00')
  expect(await world.json('scheduler', 'next', fired)).toMatchObject({next_datetime: '2032-03-01T14:00:00.000Z'})
  const refused = await world.fails(6, 'scheduler', 'update', fired, '-F', 'start_datetime=2025-03-01T09:00:00-05:00')
  expect(refused).toContain('must be at least a minute ahead')
})

test('the newest event comes first in a list, and a deleted one is gone', async () => {
  const {uuid} = await create()
  expect(await world.ok('scheduler', 'list', '--limit', '1', '-o', 'id')).toBe(uuid)
  await world.ok('scheduler', 'delete', uuid, '--yes')
  expect(await world.ok('scheduler', 'list', '--all', '-o', 'id')).not.toContain(uuid)
})
