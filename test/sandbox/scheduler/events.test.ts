import {describe, expect, test} from 'vitest'
import {type Firing, type ScheduledEvent} from '../../../src/lib/scheduler/event.ts'
import {namedUuid} from '../../../src/sandbox/named-uuid.ts'
import {deliveries} from '../../../src/sandbox/pubsub/deliveries.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../../src/sandbox/seeded-access.ts'
import {instances} from '../../../src/sandbox/workflows/records.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from '../support.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const path = '/scheduler/events'
const minute = 60_000
const add = namedUuid('workflow add')
const seeds = [namedUuid('scheduled event report'), namedUuid('scheduled event fired')]

async function administrator() {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  let signed = await signedIn(sandbox)
  const send: typeof signed = (...request) => signed(...request)
  const ahead = (milliseconds: number) => new Date(sandbox.clock.now() + milliseconds).toISOString()
  const wanted = (changes: object = {}) => ({
    ...{user_uuid, title: 'Recall', description: 'Calls patients', status: 'active', timezone: 'America/New_York'},
    ...{start_datetime: ahead(5 * minute), frequency: {type: 'once'}, type: 'recall', metadata: {a: 1}},
    ...changes,
  })
  const create = (changes: object = {}) => send(`POST ${path}`, wanted(changes))
  const created = async (changes: object = {}) => (await create(changes)).json() as ScheduledEvent
  const next = async (uuid: string) =>
    ((await send(`GET ${path}/${uuid}/next`)).json() as {next_datetime: string | null}).next_datetime
  const history = async (query = '') => itemsOf<Firing>(await send(`GET ${path}/history${query}`))
  /** Moves the clock and does what is due then. Tokens may have expired. */
  const pass = async (milliseconds: number) => {
    sandbox.clock.advance(milliseconds)
    await sandbox.agenda.run()
    signed = await signedIn(sandbox)
  }
  return {sandbox, send, ahead, wanted, create, created, next, history, pass}
}

const itemsOf = <Item>(reply: Reply) => (reply.json() as {items: Item[]}).items
const idsOf = (reply: Reply) => itemsOf<{uuid: string}>(reply).map(({uuid}) => uuid)
const floored = (date: string) => new Date(Math.floor(Date.parse(date) / minute) * minute).toISOString()

describe('an event', () => {
  test('is made, read, listed first, and deleted', async () => {
    const {send, wanted, create} = await administrator()
    const reply = await create()
    const made = reply.json() as ScheduledEvent
    expect([reply.status, made]).toEqual([201, {...wanted(), uuid: expect.any(String) as string}])
    expect((await send(`GET ${path}/${made.uuid}`)).json()).toEqual(made)
    expect(idsOf(await send(`GET ${path}`))).toEqual([made.uuid, ...seeds])
    expect(idsOf(await send(`GET ${path}?type=recall&title=Recall`))).toEqual([made.uuid])
    expect((await send(`DELETE ${path}/${made.uuid}`)).status).toBe(204)
    expect((await send(`GET ${path}/${made.uuid}`)).status).toBe(404)
    expect((await send(`GET ${path}/${made.uuid}/next`)).status).toBe(404)
  })

  test('without a start begins at the first full minute that is a minute ahead', async () => {
    const {sandbox, created} = await administrator()
    const {
      start_datetime: start,
      timezone,
      frequency,
    } = await created({
      ...{start_datetime: undefined, timezone: undefined, frequency: undefined},
    })
    const until = Date.parse(start) - sandbox.clock.now()
    expect(until).toBeGreaterThanOrEqual(minute)
    expect(until).toBeLessThan(2 * minute)
    expect({seconds: start.slice(17), timezone, frequency}).toEqual({
      ...{seconds: '00.000Z', timezone: 'America/New_York', frequency: {type: 'once'}},
    })
  })

  test('may begin exactly a minute ahead, and no earlier', async () => {
    const {ahead, create} = await administrator()
    expect((await create({start_datetime: ahead(minute)})).status).toBe(201)
    const refused = await create({start_datetime: ahead(-minute)})
    expect(problemsOf(refused)).toEqual(['start_datetime must be at least a minute ahead'])
    expect((await create({start_datetime: ahead(0)})).status).toBe(400)
  })

  test.each([
    ['no title', {title: undefined}, 'title is missing'],
    ['no user', {user_uuid: undefined}, 'user_uuid is missing'],
    ['an unknown frequency', {frequency: {type: 'often'}}, 'frequency.type is “often”'],
    ['an interval of nothing', {frequency: {type: 'day', interval: 0}}, 'frequency.interval'],
    ['an unknown day', {frequency: {type: 'week', day_of_week: 'noday'}}, 'is no day of the week: noday'],
    ['an unknown trigger', {trigger: {type: 'bell'}}, 'trigger.type is “bell”'],
    ['an unknown time zone', {timezone: 'America/Newyork'}, 'is no IANA time zone'],
    ['a start that is none', {start_datetime: 'soon'}, 'must be a date and time'],
  ])('with %s is refused', async (_what, changes, problem) => {
    const {create} = await administrator()
    const reply = await create(changes)
    expect(reply.status).toBe(400)
    expect(reply.text).toContain(problem)
  })

  test('of others cannot be seen, nor made; readers may not make any', async () => {
    const {sandbox, wanted, created} = await administrator()
    const {uuid} = await created()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET ${path}/${uuid}`)).status).toBe(404)
    expect((await neighbour(`DELETE ${path}/${uuid}`)).status).toBe(404)
    expect(idsOf(await neighbour(`GET ${path}`))).toEqual([])
    expect(itemsOf(await neighbour(`GET ${path}/history`))).toEqual([])
    expect((await neighbour(`POST ${path}`, wanted())).status).toBe(404)
    const theirs = {type: 'pubsub', account_uuid}
    const own = wanted({user_uuid: seededNeighbour.userUuid, notification: theirs})
    expect((await neighbour(`POST ${path}`, own)).status).toBe(404)
    expect((await (await signedIn(sandbox, seededReader))(`POST ${path}`, wanted())).status).toBe(403)
  })
})

describe('firing', () => {
  test('happens at the minute of the start, once, and leaves the event readable', async () => {
    const {created, next, history, pass, send} = await administrator()
    const {uuid, start_datetime: start} = await created()
    expect(await next(uuid)).toBe(floored(start))
    await pass(4 * minute - 1)
    expect(await history(`?event_uuid=${uuid}`)).toEqual([])
    await pass(2 * minute)
    const fired = await history(`?event_uuid=${uuid}`)
    expect(fired).toMatchObject([{title: 'Recall', scheduled_datetime: floored(start), status: 'complete'}])
    expect(await next(uuid)).toBeNull()
    expect((await send(`GET ${path}/${uuid}`)).json()).toMatchObject({uuid, status: 'active'})
  })

  test('happens as often as the frequency says, also for what was missed', async () => {
    const {created, next, history, pass} = await administrator()
    const {uuid, start_datetime: start} = await created({frequency: {type: 'hour', interval: 2, count: 3}})
    await pass(5 * minute + 150 * minute)
    expect(await history(`?event_uuid=${uuid}`)).toHaveLength(2)
    expect(await next(uuid)).toBe(floored(new Date(Date.parse(start) + 240 * minute).toISOString()))
    await pass(24 * 60 * minute)
    expect(await history(`?event_uuid=${uuid}`)).toHaveLength(3)
    expect(await next(uuid)).toBeNull()
  })

  test('starts the workflow of the trigger with its parameters', async () => {
    const {sandbox, created, history, pass} = await administrator()
    const trigger = {type: 'workflow', workflow_uuid: add, parameters: {x: '4', y: '5'}}
    const {uuid} = await created({trigger})
    await pass(6 * minute)
    const [{workflow_instance_uuid: instance} = {}] = await history(`?event_uuid=${uuid}`)
    expect(sandbox.store.collection(instances).get(instance!)).toMatchObject({
      ...{template_uuid: add, input_vars: {x: '4', y: '5'}, result_type: 'complete', run: {vars: {added: 9}}},
    })
  })

  test('of a workflow that there is not is noted as failed, and happens again next time', async () => {
    const {created, history, pass} = await administrator()
    const trigger = {type: 'workflow', workflow_uuid: namedUuid('nobody')}
    const {uuid} = await created({trigger, frequency: {type: 'day'}})
    await pass(2 * 24 * 60 * minute)
    expect(await history(`?event_uuid=${uuid}&status=failed`)).toMatchObject([
      {status: 'failed', error: expect.stringContaining('There is no active workflow template') as string},
      {status: 'failed'},
    ])
  })

  test('tells subscribers when the event has a notification', async () => {
    const {sandbox, send, created, pass} = await administrator()
    const callback = {url: 'http://127.0.0.1:9/'}
    await send('POST /pubsub/subscriptions', {account_uuid, user_uuid, callback, events: {scheduler: ['event_fired']}})
    await created()
    const {uuid} = await created({notification: {type: 'pubsub', account_uuid, user_uuid}})
    await pass(6 * minute)
    const told = sandbox.store.collection(deliveries).find({where: {service: 'scheduler'}})
    expect(told.map(({body}) => body)).toMatchObject([
      {event: 'event_fired', account_uuid, user_uuid, data: {event_uuid: uuid, title: 'Recall', status: 'complete'}},
    ])
  })

  test('does not happen to an event that was deleted, or is not active', async () => {
    const {sandbox, send, created, next, history, pass} = await administrator()
    const {uuid} = await created()
    await send(`DELETE ${path}/${uuid}`)
    const {uuid: resting} = await created({status: 'inactive'})
    expect(await next(resting)).toBeNull()
    await pass(60 * minute)
    expect((await history()).map(({event_uuid}) => event_uuid)).toEqual([seeds[1]])
    expect(sandbox.status().agenda.failed).toEqual([])
  })
})

describe('a change', () => {
  test('replaces the event and arms it anew', async () => {
    const {send, ahead, wanted, created, next, history, pass} = await administrator()
    const {uuid} = await created()
    const later = ahead(20 * minute)
    const reply = await send(`PUT ${path}/${uuid}`, {
      ...wanted({start_datetime: later, title: 'Other'}),
      metadata: undefined,
    })
    const changed = reply.json() as ScheduledEvent
    expect([reply.status, changed]).toMatchObject([200, {uuid, title: 'Other', start_datetime: later}])
    expect(changed).not.toHaveProperty('metadata')
    expect(await next(uuid)).toBe(floored(later))
    await pass(10 * minute)
    expect(await history(`?event_uuid=${uuid}`)).toEqual([])
    await pass(11 * minute)
    expect(await history(`?event_uuid=${uuid}`)).toHaveLength(1)
  })

  test('of one that has fired is taken with its old start, and lets it fire again with a new one', async () => {
    const {send, ahead, created, next, history, pass} = await administrator()
    const event = await created()
    await pass(6 * minute)
    const update = (changes: object) => send(`PUT ${path}/${event.uuid}`, {...event, ...changes})
    expect((await update({title: 'Done'})).status).toBe(200)
    expect(await next(event.uuid)).toBeNull()
    expect((await update({start_datetime: ahead(-2 * minute)})).status).toBe(400)
    expect((await update({start_datetime: ahead(3 * minute)})).status).toBe(200)
    await pass(4 * minute)
    expect(await history(`?event_uuid=${event.uuid}`)).toHaveLength(2)
  })

  test('without what an event needs is refused', async () => {
    const {send, created} = await administrator()
    const {uuid} = await created()
    expect((await send(`PUT ${path}/${uuid}`, {title: 'Only'})).status).toBe(400)
    expect((await send(`PUT ${path}/${namedUuid('nobody')}`, {title: 'Only'})).status).toBe(404)
  })
})
