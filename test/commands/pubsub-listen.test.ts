import {writeFileSync} from 'node:fs'
import {createServer, request} from 'node:http'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type ReceivedEvent} from '../../src/lib/pubsub/listen/received-event.ts'
import {subscriptions} from '../../src/sandbox/pubsub/records.ts'
import {trigger} from '../../src/sandbox/pubsub/trigger.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {deadUrl, json, serve} from '../lib/client/support.ts'
import {type Following, following, soak} from '../support/following.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {subscriber} from '../support/subscriber.ts'
import {type World} from '../support/world.ts'

const {accountUuid: account_uuid, userUuid: user_uuid} = seededAccess
const concerned = {account_uuid, user_uuid}

function listening(world: World, ...args: string[]): Following<ReceivedEvent> {
  return following(world, ['pubsub', 'listen', '--port', '0', ...args])
}

/** Hands on what comes, and cuts every third connection: half of those before, the other half after it was handed on. */
async function cuttingProxy(target: () => string): Promise<string> {
  let count = 0
  const server = createServer((incoming, outgoing) => {
    const nth = ++count
    if (nth % 6 === 3) return void incoming.socket.destroy()
    const {method, headers} = incoming
    const passed = request(target(), {method, headers, agent: false}, (reply) => {
      if (nth % 6 === 0) return void incoming.socket.destroy()
      outgoing.writeHead(reply.statusCode ?? 502)
      reply.pipe(outgoing)
    })
    passed.on('error', () => incoming.socket.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('over connections that are cut on both sides, and a token that ends, nothing is lost that the platform kept', async () => {
  const {sandbox, world} = await servedSandbox()
  // The program fails at every fourth event: the platform has to repeat it.
  const program = await subscriber((nth) => (nth % 4 === 0 ? 503 : 204))
  let receiver = ''
  const proxy = await cuttingProxy(() => receiver)
  const run = listening(world, '--events', 'sms=number_released', '--forward-to', program.url, '--public-url', proxy)
  await run.says('Ctrl-C ends it')
  receiver = /to (http:\/\/127\.0\.0\.1:\d+)/.exec(run.stderr())![1]!
  const [own] = sandbox.store
    .collection(subscriptions)
    .find()
    .filter(({callback}) => callback.url === proxy)
  const sent = new Set<string>()
  const memory: number[] = []
  const taken = () => new Set(program.events().map(({uuid}) => uuid as string))
  for (let nth = 0; nth < soak.events; nth++) {
    const [delivery] = await trigger(sandbox, 'number_released', concerned)
    sent.add(delivery!.body['uuid'] as string)
    memory.push(run.memory())
  }
  // What failed is due again after a while on the sandbox's clock; an access token lasts for less.
  while ([...sent].some((uuid) => !taken().has(uuid))) {
    sandbox.clock.advance(2 * 3_600_000)
    await sandbox.courier.deliverBriefly()
  }
  run.child.kill('SIGTERM')
  expect(await run.ended).toEqual([0, null])
  expect(taken()).toEqual(sent)
  if (soak.isLong) expect(memory.at(-1)).toBeLessThan(memory[Math.floor(memory.length / 2)]! * 1.2)
  expect(own!.callback.keep_alive).toBe(true)
  expect(sandbox.store.collection(subscriptions).get(own!.subscription_uuid)).toBeUndefined()
})

describe('pubsub listen', () => {
  test('prints events of the embedded sandbox with the answer of the program, which gets them as they were posted', async () => {
    const world = new SandboxWorld()
    onTestFinished(() => world.dispose())
    const program = await subscriber(() => 202)
    const flags = ['--callback-header', 'x-shop=S1', '--limit', '2', '-o', 'ndjson', '--forward-to', program.url]
    const run = listening(world, ...flags)
    const subscribed = async () => world.inside(({store}) => store.collection(subscriptions).find().length)
    while ((await subscribed()) < 3) await new Promise((resolve) => setImmediate(resolve))
    await world.ok('pubsub', 'trigger', 'account_changed')
    await world.ok('pubsub', 'trigger', 'sms=number_provisioned')
    expect(await run.ended).toEqual([0, null])
    const [first, second] = run.rows
    expect(first).toMatchObject({kind: 'event', service: 'account', event: 'account_changed', repeated: false})
    expect(first).toMatchObject({forward: {url: program.url, status: 202, error: null}, gap: null})
    expect(second).toMatchObject({event: 'number_provisioned', body: {account_uuid, data: {account_uuid}}})
    // What is secret is shown nowhere, and the program sees its own secrets alone.
    expect(JSON.stringify(run.rows)).not.toMatch(/S1|x-commsctl-key/)
    expect(program.seen[0]!.headers).toMatchObject({'x-shop': 'S1', 'content-type': 'application/json'})
    expect(program.seen[0]!.headers).not.toHaveProperty('x-commsctl-key')
    expect(program.events()).toEqual(run.rows.map(({body}) => body))
    expect(await subscribed()).toBe(2)

    // Recorded, they can be posted again.
    writeFileSync(join(world.home, 'events.ndjson'), run.rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const resend = ['pubsub', 'resend', 'events.ndjson', second!.uuid!, '--forward-to', program.url]
    expect(await world.ok(...resend, '-o', 'id')).toBe(second!.uuid)
    expect(program.seen[2]!.body).toBe(program.seen[1]!.body)
    const dead = `${await deadUrl()}/hooks`
    const failed = await world.run(['pubsub', 'resend', 'events.ndjson', '--forward-to', dead])
    expect(failed).toMatchObject({exitCode: 9, stdout: expect.stringContaining('nobody listens there') as string})
    await world.fails(5, 'pubsub', 'resend', 'events.ndjson', account_uuid, '--forward-to', dead)
    writeFileSync(join(world.home, 'other.ndjson'), '{"a": 1}\n')
    expect(await world.fails(2, 'pubsub', 'resend', 'other.ndjson', '--forward-to', dead)).toContain('line 1 is not')
  })

  test('warns of events that it does not know, and counts those it waits for', async () => {
    const {world} = await servedSandbox()
    const run = listening(world, '--events', 'account=account_change')
    await run.says('Ctrl-C ends it')
    expect(run.stderr()).toMatch(
      /No event “account=account_change” is known here.*Did you mean account=account_changed/,
    )
    expect(run.stderr()).toContain('posts one kind of events')
    expect(await world.run(['pubsub', 'listen', '--events', 'account_changed'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--events account=account_changed') as string,
    })
  })

  test('refuses strangers, and removes its subscription at Ctrl-C', async () => {
    const {sandbox, world} = await servedSandbox()
    const run = listening(world)
    await run.says('Ctrl-C ends it')
    const url = /to (http:\/\/127\.0\.0\.1:\d+)/.exec(run.stderr())![1]!
    const strange = await fetch(url, {method: 'POST', body: '{}'})
    expect(strange.status).toBe(403)
    await run.says('did not come from the platform')
    run.child.kill('SIGINT')
    expect(await run.ended).toEqual([130, null])
    const left = sandbox.store
      .collection(subscriptions)
      .find()
      .filter(({callback}) => callback.url === url)
    expect(left).toEqual([])
  })

  test.each([
    ['the terminal is closed', (run: Following<ReceivedEvent>) => run.child.kill('SIGHUP'), 129],
    ['nobody reads on', (run: Following<ReceivedEvent>) => run.child.stdout!.destroy(), 0],
  ] as const)('removes its subscription when %s', async (_, leave, exit) => {
    const {sandbox, world} = await servedSandbox()
    const run = listening(world, '--events', 'account=account_changed', '-o', 'ndjson')
    await run.says('Ctrl-C ends it')
    const before = sandbox.store.collection(subscriptions).find().length
    leave(run)
    await trigger(sandbox, 'account_changed', concerned)
    expect(await run.ended).toEqual([exit, null])
    expect(sandbox.store.collection(subscriptions).find()).toHaveLength(before - 1)
  })

  test('at a second Ctrl-C ends at once and names the subscription that stays', async () => {
    const world = new SandboxWorld()
    onTestFinished(() => world.dispose())
    const asked: string[] = []
    let wake = () => {}
    const platform = await serve((response, {method}) => {
      asked.push(method)
      // The removal is never answered.
      if (method !== 'DELETE') json(response, 201, {subscription_uuid: user_uuid, suspended: 0})
      wake()
    })
    const env = {COMMSCTL_API_HOST: platform.url, COMMSCTL_TOKEN: 'T', COMMSCTL_USER: user_uuid}
    Object.assign(world.env, env, {COMMSCTL_ACCOUNT: account_uuid, COMMSCTL_PROFILE: ''})
    const run = listening(world)
    await run.says('Ctrl-C ends it')
    run.child.kill('SIGINT')
    while (!asked.includes('DELETE')) await new Promise<void>((resolve) => (wake = resolve))
    run.child.kill('SIGINT')
    expect(await run.ended).toEqual([null, 'SIGINT'])
    expect(run.stderr()).toContain(`commsctl pubsub subscriptions delete ${user_uuid} --yes`)
  })

  test.each([
    [['--forward-to', 'http://example.com/hooks'], 'would show events to the network'],
    [['--jq', '.'], '--jq needs all events'],
  ])('refuses %j', async (args, problem) => {
    const world = new SandboxWorld()
    onTestFinished(() => world.dispose())
    expect(await world.fails(2, 'pubsub', 'listen', ...args)).toContain(problem)
  })

  test('says that another platform needs a tunnel; nothing can be triggered there', async () => {
    const world = new SandboxWorld()
    onTestFinished(() => world.dispose())
    const env = {COMMSCTL_API_HOST: 'https://cpaas.example', COMMSCTL_TOKEN: 'T', COMMSCTL_USER: user_uuid}
    Object.assign(world.env, env, {COMMSCTL_ACCOUNT: account_uuid, COMMSCTL_PROFILE: ''})
    expect(await world.fails(2, 'pubsub', 'listen')).toContain('--public-url')
    expect(await world.fails(2, 'pubsub', 'trigger', 'account_changed')).toContain('--profile sandbox')
  })
})

test('what lets somebody in at the program is not told', async () => {
  const world = new SandboxWorld()
  onTestFinished(() => world.dispose())
  const run = listening(world, '--forward-to', 'http://u:CANARY@127.0.0.1:9/hooks?token=CANARY&b=1')
  await run.says('passes them on to http://***@127.0.0.1:9/hooks?token=***&b=1. Ctrl-C ends it')
  run.child.kill('SIGTERM')
  expect(await run.ended).toEqual([0, null])
  expect(run.stderr()).not.toContain('CANARY')
})
