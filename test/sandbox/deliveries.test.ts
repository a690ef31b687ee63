import {describe, expect, onTestFinished, test} from 'vitest'
import {deliveries} from '../../src/sandbox/pubsub/deliveries.ts'
import {publish} from '../../src/sandbox/pubsub/publish.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {subscriber} from '../support/subscriber.ts'
import {deadUrl} from '../lib/client/support.ts'
import {listening} from './listening.ts'
import {freshSandbox, numberRange, serve, signedIn} from './support.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess

describe('an event', () => {
  test('is posted as JSON with the callback’s headers, and logged', async () => {
    const {sandbox, subscribe, tell, log} = await listening()
    const {url, seen, events} = await subscriber()
    const headers = [{authorization: 'Bearer hook-key'}, {'x-shop': 'S1'}]
    const {subscription_uuid} = await subscribe(url, {callback: {headers}})
    tell({user_uuid})
    await sandbox.courier.deliverDue()
    expect(seen).toMatchObject([
      {
        ...{method: 'POST', url: '/hooks'},
        headers: {'content-type': 'application/json', authorization: 'Bearer hook-key', 'x-shop': 'S1'},
      },
    ])
    expect(events()).toEqual([
      {
        ...{uuid: expect.any(String) as string, service: 'sms', event: 'number_provisioned'},
        ...{account_uuid, user_uuid, subscription_uuid, data: {number: '+1'}},
        datetime: new Date(sandbox.clock.now()).toISOString(),
      },
    ])
    expect(log()).toMatchObject([{state: 'delivered', due_at: null, attempts: [{status: 204, error: null}]}])
    expect(JSON.stringify(log())).not.toContain('hook-key')
  })

  test.each([
    ['other events', {event: 'number_released'}],
    ['another account', {account_uuid: seededNeighbour.accountUuid}],
  ] as const)('is not for those who subscribed to %s', async (_what, other) => {
    const {subscribe, tell, log} = await listening()
    await subscribe('http://127.0.0.1:9')
    tell(other)
    expect(log()).toEqual([])
  })

  test('about a user is for that user and for administrators', async () => {
    const {subscribe, tell, log} = await listening()
    const admin = await subscribe('http://127.0.0.1:9')
    const reader = await subscribe('http://127.0.0.1:9', {user_uuid: seededReader.userUuid})
    const told = () => log().map(({subscription_uuid}) => subscription_uuid)
    tell({user_uuid})
    expect(told()).toEqual([admin.subscription_uuid])
    tell({user_uuid: seededReader.userUuid})
    expect(told().slice(1)).toEqual([admin.subscription_uuid, reader.subscription_uuid])
    tell()
    expect(told().slice(3)).toEqual([admin.subscription_uuid, reader.subscription_uuid])
  })

  test('must have all that one of the criteria asks for', async () => {
    const {subscribe, tell, log} = await listening()
    await subscribe('http://127.0.0.1:9', {criteria: [{number: '+1', 'place.state': 'FL'}, {user_uuid}]})
    tell({data: {number: '+1', place: {state: 'FL'}}})
    tell({data: {number: '+1', place: {state: 'GA'}}})
    tell({data: {number: '+2'}, user_uuid})
    expect(log()).toHaveLength(2)
  })

  test('is not for subscriptions that have ended or are suspended', async () => {
    const {sandbox, send, subscribe, tell, log} = await listening()
    const end = new Date(sandbox.clock.now() + 60_000).toISOString()
    await subscribe('http://127.0.0.1:9', {expiration_date: end})
    const {subscription_uuid: other} = await subscribe('http://127.0.0.1:9')
    await send(`PUT /pubsub/subscriptions/${other}`, {suspended: 1})
    tell()
    sandbox.clock.advance(60_000)
    tell()
    expect(log()).toHaveLength(1)
  })

  test('that is undone is not sent', async () => {
    const {sandbox, subscribe, tell, log} = await listening()
    await subscribe('http://127.0.0.1:9')
    expect(() =>
      sandbox.store.transaction(() => {
        tell()
        throw new Error('No.')
      }),
    ).toThrow('No.')
    expect(log()).toEqual([])
  })
})

describe('a subscriber who does not take it', () => {
  test('gets it again with growing pauses on the sandbox’s clock, until it does', async () => {
    const {sandbox, subscribe, tell, log} = await listening()
    const {url, seen} = await subscriber((nth) => (nth < 3 ? 500 : 200))
    await subscribe(url)
    tell()
    await sandbox.courier.deliverDue()
    await sandbox.courier.deliverDue()
    expect(log()).toMatchObject([{state: 'pending', attempts: [{status: 500, error: 'it answered 500'}]}])
    sandbox.clock.advance(10_000)
    await sandbox.courier.deliverDue()
    sandbox.clock.advance(59_999)
    await sandbox.courier.deliverDue()
    expect(seen).toHaveLength(2)
    sandbox.clock.advance(1)
    await sandbox.courier.deliverDue()
    expect(log()).toMatchObject([{state: 'delivered', attempts: [{}, {}, {status: 200}]}])
  })

  test('gets it five times, and is suspended then unless it is to be kept', async () => {
    const {sandbox, subscribe, tell, log, suspended} = await listening()
    const url = await deadUrl()
    const plain = await subscribe(url)
    const kept = await subscribe(url, {callback: {keep_alive: true}})
    tell()
    for (let attempt = 0; attempt < 8; attempt++) {
      await sandbox.courier.deliverDue()
      sandbox.clock.advance(3_600_000)
    }
    expect(log().map(({state, attempts}) => [state, attempts.length])).toEqual([
      ['failed', 5],
      ['failed', 5],
    ])
    expect(log()[0]?.attempts[0]).toMatchObject({status: null, error: 'nobody listens there'})
    expect(suspended(plain.subscription_uuid)).toBe(1)
    expect(suspended(kept.subscription_uuid)).toBe(0)
    tell()
    expect(log()).toHaveLength(3)
  })

  test('is not led elsewhere by a redirection', async () => {
    const {sandbox, subscribe, tell, log} = await listening()
    const {url, seen} = await subscriber(() => 302)
    await subscribe(url)
    tell()
    await sandbox.courier.deliverDue()
    expect(seen).toHaveLength(1)
    expect(log()).toMatchObject([{state: 'pending', attempts: [{status: 302, error: 'it answered 302'}]}])
  })

  test('gets nothing more when the subscription is deleted', async () => {
    const {sandbox, send, subscribe, tell, log} = await listening()
    const {url, seen} = await subscriber()
    const {subscription_uuid} = await subscribe(url)
    tell()
    await send(`DELETE /pubsub/subscriptions/${subscription_uuid}`)
    await sandbox.courier.deliverDue()
    expect(seen).toEqual([])
    expect(log()).toMatchObject([{state: 'dropped', due_at: null}])
  })
})

describe('who delivers', () => {
  test('of several processes one does, and each event arrives once, in order', async () => {
    const {sandbox, subscribe, tell} = await listening()
    const {url, events} = await subscriber()
    await subscribe(url)
    const others = [1, 2].map(() => openSandbox({file: sandbox.store.file}))
    onTestFinished(async () => void (await Promise.all(others.map((other) => other.close()))))
    for (let number = 0; number < 10; number++) tell({data: {number}})
    await Promise.all([sandbox, ...others, sandbox].map(({courier}) => courier.deliverDue()))
    await sandbox.courier.deliverDue()
    const numbers = events().map(({data}) => (data as {number: number}).number)
    expect(numbers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('what a process that died had claimed is delivered when its claim has lapsed', async () => {
    const {sandbox, subscribe, tell, log} = await listening()
    const {url, seen} = await subscriber()
    await subscribe(url)
    tell()
    const all = sandbox.store.collection(deliveries)
    const [{uuid} = {uuid: ''}] = log()
    all.update(uuid, (delivery) => ({...delivery, claimed_until: Date.now() + 60_000}))
    await sandbox.courier.deliverDue()
    expect(seen).toEqual([])
    all.update(uuid, (delivery) => ({...delivery, claimed_until: Date.now() - 1}))
    await sandbox.courier.deliverDue()
    expect(seen).toHaveLength(1)
  })

  test('a served sandbox does at once, and again when it is due', async () => {
    const {sandbox, send, subscribe} = await listening()
    await serve(sandbox)
    const {url, events, has} = await subscriber((nth) => (nth === 1 ? 503 : 200))
    await subscribe(url)
    const numbers = numberRange(1)
    await send('POST /sms/provision', {numbers})
    await has(1)
    sandbox.clock.start()
    sandbox.clock.advance(10_000)
    await has(2)
    expect(events().map(({data}) => (data as {number: string}).number)).toEqual([...numbers, ...numbers])
  })

  test('a process does before it ends, if it has published something', async () => {
    const {sandbox, subscribe, tell} = await listening()
    const {url, seen} = await subscriber()
    await subscribe(url)
    const published = openSandbox({file: sandbox.store.file})
    publish(published, {service: 'sms', event: 'number_provisioned', account_uuid, data: {}})
    await published.close()
    expect(seen).toHaveLength(1)
    tell()
    const other = openSandbox({file: sandbox.store.file})
    other.status()
    await other.close()
    expect(seen).toHaveLength(1)
  })

  test('a process that ends leaves a subscriber who does not answer to the next one', async () => {
    const {sandbox, subscribe} = await listening()
    const {createServer} = await import('node:net')
    const silent = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void silent.close())
    await new Promise((resolve) => silent.once('listening', resolve))
    await subscribe(`http://127.0.0.1:${(silent.address() as {port: number}).port}`)
    const ending = openSandbox({file: sandbox.store.file})
    publish(ending, {service: 'sms', event: 'number_provisioned', account_uuid, data: {}})
    await ending.close()
    const [left] = sandbox.store.collection(deliveries).find({where: {state: 'pending'}})
    expect(left).toMatchObject({claimed_until: 0, attempts: [{status: null, error: 'no answer came in time'}]})
    expect(left?.due_at).toBe(sandbox.clock.now() + 10_000)
  })
})

describe('a custom application', () => {
  const app_uuid = '6d6a3f0e-35a4-4a8b-9b0a-1f1f6f3f2b11'

  async function application(options: object = {}) {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const {url, seen, events} = await subscriber()
    await send('POST /pubsub/applications', {app_uuid, events: ['opened', 'closed']})
    const headers = [{'x-user-uuid': user_uuid}]
    await send('POST /pubsub/customevents', {app_uuid, callback: {url, headers}, events: ['opened'], ...options})
    const broadcast = async (body: object) => {
      const {status} = await send('POST /pubsub/broadcasts/applications', {app_uuid, ...body})
      await sandbox.courier.deliverDue()
      return status
    }
    return {broadcast, seen, events}
  }

  test('tells its subscribers, with what it sends along', async () => {
    const {broadcast, seen, events} = await application()
    expect(await broadcast({event: 'opened', door: {floor: 2}})).toBe(204)
    expect(events()).toMatchObject([{app_uuid, event: 'opened', door: {floor: 2}}])
    expect(seen[0]?.headers).toMatchObject({'x-user-uuid': user_uuid})
  })

  test('does not tell those who subscribed to other events or ask for something else', async () => {
    const {broadcast, seen} = await application({criteria: [{'door.floor': 1}]})
    await broadcast({event: 'closed', door: {floor: 1}})
    await broadcast({event: 'opened', door: {floor: 2}})
    expect(seen).toEqual([])
    await broadcast({event: 'opened', door: {floor: 1}})
    expect(seen).toHaveLength(1)
  })
})

test('a command that publishes nothing does not even look for deliveries', async () => {
  const sandbox: Sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const {url, seen} = await subscriber()
  const callback = {url}
  await send('POST /pubsub/subscriptions', {account_uuid, user_uuid, callback, events: {sms: ['number_provisioned']}})
  publish(sandbox, {service: 'sms', event: 'number_provisioned', account_uuid, data: {}})
  const other = openSandbox({file: sandbox.store.file})
  await (
    await signedIn(other)
  )('GET /identity/users/me')
  await other.close()
  expect(seen).toEqual([])
})
