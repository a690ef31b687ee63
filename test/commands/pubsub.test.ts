import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type CustomSubscription, type Subscription} from '../../src/lib/pubsub/subscription.ts'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {customSubscriptions, subscriptions} from '../../src/sandbox/pubsub/records.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {deadUrl} from '../lib/client/support.ts'
import {serveSandbox} from '../support/sandbox-server.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {subscriber} from '../support/subscriber.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const app = namedUuid('custom application front desk')
const suspended = namedUuid('subscription messages')
const url = 'http://127.0.0.1:9/hooks'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const subscribe = (...args: string[]) => world.json<Subscription>('pubsub', 'subscriptions', 'create', ...args)

describe('subscriptions create', () => {
  test('takes events as SERVICE=EVENT and as JSON, criteria, and headers of which values may be in the environment', async () => {
    const env = {...world.env, HOOK_KEY: 'from the environment'}
    const events = [
      '--event',
      'sms=number_provisioned',
      '--event',
      'sms=number_released',
      '--event',
      '{"voice": ["ended"]}',
    ]
    const headers = ['--callback-header', 'x-key=env:HOOK_KEY', '--callback-header', '{"x-shop": "S1"}']
    const rest = ['--criteria', '{"number": "+1"}', '--criteria', '[{"a": 1}, {"b": 2}]', '--keep-alive']
    const {exitCode, stdout} = await world.run(
      ['pubsub', 'subscriptions', 'create', '--callback-url', url, ...events, ...headers, ...rest, '-o', 'json'],
      {env},
    )
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      ...{account_uuid, user_uuid, criteria: [{number: '+1'}, {a: 1}, {b: 2}], suspended: 0},
      events: {sms: ['number_provisioned', 'number_released'], voice: ['ended']},
      callback: {url, headers: [{'x-key': 'from the environment'}, {'x-shop': 'S1'}], keep_alive: true},
    })
  })

  test('sends the last qs of the criteria as query, and no criteria when nothing is left', async () => {
    const dry = (...criteria: string[]) =>
      world.ok('pubsub', 'subscriptions', 'create', '--callback-url', url, ...criteria, '--dry-run')
    const some = await dry('--criteria', '[{"qs": {"a": 1}}, {"user_uuid": "u"}]', '--criteria', '{"qs": {"b": "x y"}}')
    expect(some).toContain('/pubsub/subscriptions?b=x%20y')
    expect(some).toContain('"criteria":[{"user_uuid":"u"}]')
    expect(await dry('--criteria', '{"qs": {"b": 1}}')).not.toContain('criteria')
  })

  test.each([
    [['--event', 'sms'], '--event: “sms” is not SERVICE=EVENT'],
    [['--event', '{"sms": "number_released"}'], '--event: sms is “number_released”, and must be a list'],
    [['--criteria', '"x"'], '--criteria'],
    [['--expiration-date', 'soon'], '--expiration-date: “soon” is not a date'],
  ])('refuses %j', async (args, problem) => {
    expect(await world.fails(2, 'pubsub', 'subscriptions', 'create', '--callback-url', url, ...args)).toContain(problem)
  })

  test('to another machine is refused by the sandbox, which says why', async () => {
    const said = await world.fails(6, 'pubsub', 'subscriptions', 'create', '--callback-url', 'https://example.com/hook')
    expect(said).toContain('the sandbox delivers to 127.0.0.1, ::1 and localhost only')
  })
})

describe('the headers of a callback', () => {
  const canary = 'CANARY-0123456789'
  const args = ['pubsub', 'subscriptions', 'create', '--callback-url', url]

  test.each([
    ['--dry-run', [...args, '--callback-header', `x-key=${canary}`, '--dry-run']],
    ['--debug and tables', [...args, '--callback-header', `x-key=${canary}`, '--debug']],
    ['what is wrong with them', [...args, '--callback-header', canary]],
    [
      '--dry-run of a change',
      ['pubsub', 'subscriptions', 'update', suspended, '-F', `callback.headers[0].x-key=${canary}`, '--dry-run'],
    ],
    [
      '--dry-run of a custom subscription',
      [
        'pubsub',
        'custom',
        'create',
        '--app',
        app,
        '--user',
        user_uuid,
        '--callback-url',
        url,
        '--callback-header',
        `x-key=${canary}`,
        '--dry-run',
      ],
    ],
  ])('are not shown by %s', async (_what, line) => {
    const {stdout, stderr} = await world.run(line)
    expect(`${stdout}${stderr}`).not.toContain(canary)
    expect(`${stdout}${stderr}`).not.toBe('')
  })

  test('are not shown in tables of what is there, nor by --debug', async () => {
    const seededKey = 'hook-key'
    const {stdout, stderr} = await world.run(['pubsub', 'subscriptions', 'list', '--debug'])
    expect(`${stdout}${stderr}`).not.toContain(seededKey)
    expect(await world.ok('pubsub', 'subscriptions', 'get', suspended)).not.toContain(seededKey)
  })
})

describe('subscriptions', () => {
  test('are listed by account and by user, and filtered here', async () => {
    const {subscription_uuid: uuid} = await subscribe('--callback-url', url, '--user', seededReader.userUuid)
    const list = async (...args: string[]) =>
      (await world.ok('pubsub', 'subscriptions', 'list', ...args, '-o', 'id')).split('\n')
    expect(await list('--user', seededReader.userUuid)).toEqual([uuid])
    expect(await list('--account', account_uuid)).toContain(uuid)
    expect(await list('--filter', 'suspended=1')).toEqual([suspended])
    expect(await list('--account', account_uuid, '--filter', 'suspended=1')).toEqual([suspended])
    expect(await world.request('pubsub', 'subscriptions', 'list', '--filter', 'suspended=1')).not.toContain('suspended')
  })

  test('are extended and changed in what is named alone', async () => {
    const before = await subscribe('--callback-url', url, '--event', 'sms=number_released')
    const uuid = before.subscription_uuid
    const end = '2031-12-31T00:00:00Z'
    expect(await world.json('pubsub', 'subscriptions', 'extend', uuid, '--expiration-date', end)).toEqual({
      ...{...before, expiration_date: end},
    })
    const changed = await world.json(
      'pubsub',
      'subscriptions',
      'update',
      uuid,
      '-F',
      'callback.url=http://localhost:9/',
    )
    expect(changed).toMatchObject({callback: {url: 'http://localhost:9/', keep_alive: false}, events: before.events})
    await world.ok('pubsub', 'subscriptions', 'delete', uuid, '--yes')
    expect(await world.inside(({store}) => store.collection(subscriptions).get(uuid))).toBeUndefined()
  })
})

describe('custom subscriptions', () => {
  const create = (...args: string[]) =>
    world.json<CustomSubscription>('pubsub', 'custom', 'create', '--app', app, '--callback-url', url, ...args)

  test('have the user as their first header, unless a header says so itself', async () => {
    const plain = await create('--user', user_uuid, '--callback-header', 'x-key=k')
    expect(plain.callback.headers).toEqual([{'x-user-uuid': user_uuid}, {'x-key': 'k'}])
    const own = await create('--user', user_uuid, '--callback-header', 'x-key=k', '--callback-header', 'X-User-UUID=me')
    expect(own.callback.headers).toEqual([{'x-key': 'k'}, {'X-User-UUID': 'me'}])
  })

  test('of a user are found among all, on however many pages', async () => {
    await world.inside(({store}) => {
      const all = store.collection(customSubscriptions)
      const [one] = all.find()
      store.transaction(() => {
        for (let count = 0; count < 120; count++) {
          all.put({...one!, uuid: namedUuid(`other ${count}`), callback: {url, headers: [{'x-user-uuid': 'somebody'}]}})
        }
      })
    })
    const {uuid} = await create('--user', seededReader.userUuid)
    const list = ['pubsub', 'custom', 'list', '-o', 'id']
    expect(await world.ok(...list, '--user', seededReader.userUuid, '--limit', '1')).toBe(uuid)
    expect((await world.ok(...list, '--app', app, '--all')).split('\n').length).toBeGreaterThan(120)
    expect(await world.request('pubsub', 'custom', 'list', '--app', app, '--user', user_uuid)).toMatch(
      new RegExp(`/pubsub/customevents\\?appUUID=${app}&offset=0&limit=\\d+$`),
    )
  })
})

describe('events reach their subscribers', () => {
  test('before a command ends that publishes them; the log has them, without the headers', async () => {
    const {url: hook, seen, events} = await subscriber()
    const created = await subscribe(
      ...['--callback-url', hook, '--event', 'identity=identity_property_change', '--callback-header', 'x-key=s3cret'],
    )
    await world.ok('identities', 'properties', 'update', seededReader.userUuid, '-F', 'desk=7')
    expect(events()).toMatchObject([{event: 'identity_property_change', data: {properties: {desk: 7}}}])
    expect(seen[0]?.headers['x-key']).toBe('s3cret')
    const listed = ['sandbox', 'deliveries', 'list', '--subscription', created.subscription_uuid]
    expect(await world.json(...listed)).toMatchObject([{state: 'delivered', attempts: [{status: 204}]}])
    expect(await world.ok(...listed, '-o', 'json')).not.toContain('s3cret')
    expect(await world.json(...listed, '--state', 'failed')).toEqual([])
  })

  test('when the clock is moved to their next attempt, or when they are sent again', async () => {
    const {url: hook, seen} = await subscriber((nth) => (nth === 1 ? 500 : 200))
    const {subscription_uuid: uuid} = await subscribe('--callback-url', hook, '--event', 'account=account_changed')
    await world.ok('accounts', 'update', account_uuid, '-F', 'description=ours')
    expect(seen).toHaveLength(1)
    await world.ok('sandbox', 'clock', 'advance', '10s')
    expect(seen).toHaveLength(2)
    const delivery = await world.ok('sandbox', 'deliveries', 'list', '--subscription', uuid, '-o', 'id')
    const again = await world.json('sandbox', 'deliveries', 'resend', delivery)
    expect(again).toMatchObject({state: 'delivered', attempts: [{status: 500}, {status: 200}, {status: 200}]})
    expect(await world.json('sandbox', 'deliveries', 'get', delivery)).toEqual(again)
    expect(await world.fails(5, 'sandbox', 'deliveries', 'get', user_uuid)).toContain(
      'commsctl sandbox deliveries list',
    )
  })

  test('of a custom application with what the broadcast sends along', async () => {
    const {url: hook, events} = await subscriber()
    await world.ok(
      ...['pubsub', 'custom', 'create', '--app', app, '--user', user_uuid, '--callback-url', hook, '--event', 'left'],
    )
    const event = ['--app', app, '--event', 'left']
    await world.ok('pubsub', 'broadcast', ...event, '--body', '{"who": {"name": "Ada"}}', '-F', 'who.desk=3')
    expect(events()).toMatchObject([{app_uuid: app, event: 'left', who: {name: 'Ada', desk: 3}}])
  })

  test('of a served sandbox at once', async () => {
    const server = await serveSandbox(world)
    try {
      const {url: hook, has, events} = await subscriber()
      await subscribe('--callback-url', hook, '--event', 'sms=number_provisioned')
      const line = `unset COMMSCTL_PROFILE; eval "$(commsctl sandbox env --port ${server.port})"; commsctl numbers provision +19412340150 --yes`
      expect((await world.shell(line)).exitCode).toBe(0)
      await has(1)
      expect(events()).toMatchObject([{event: 'number_provisioned', data: {number: '+19412340150'}}])
    } finally {
      await server.stop()
    }
  })

  test('and a subscriber who is not there does not make the command fail', async () => {
    await subscribe('--callback-url', await deadUrl(), '--event', 'sms=number_released')
    const {exitCode, stderr} = await world.run(['numbers', 'release', '+19412340002', '--yes'])
    expect({exitCode, stderr}).toMatchObject({exitCode: 0})
  })
})

test('apps are created under the uuid that is chosen, and deleted when asked twice', async () => {
  const uuid = '6d6a3f0e-35a4-4a8b-9b0a-1f1f6f3f2b11'
  const created = await world.json(
    'pubsub',
    'apps',
    'create',
    '--app',
    uuid,
    '--app-name',
    'Desk',
    '--event',
    'a',
    '--metadata',
    '{"b": 1}',
  )
  expect(created).toEqual({app_uuid: uuid, app_name: 'Desk', description: '', metadata: {b: 1}, events: ['a']})
  expect(await world.fails(2, 'pubsub', 'apps', 'delete', uuid)).toContain('--yes')
  await world.ok('pubsub', 'apps', 'delete', uuid, '--yes')
  await world.fails(5, 'pubsub', 'apps', 'get', uuid)
})
