import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {describe, expect, onTestFinished, test} from 'vitest'
import {type WatchedState} from '../../src/lib/status/course.ts'
import {deadUrl} from '../lib/client/support.ts'
import {startPty} from '../support/pty.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin, World} from '../support/world.ts'

function sandboxWorld(): SandboxWorld {
  const world = new SandboxWorld()
  onTestFinished(() => world.dispose())
  return world
}

const outOfOrder = {kind: 'status', status: 503, path: '/sms/*'} as const

/** A watch whose rows are read as they come. */
function startWatch(world: World, ...args: string[]) {
  const child = spawn(process.execPath, [bin, 'status', '--watch', '500ms', ...args], {env: world.env, cwd: world.home})
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    lines: createInterface({input: child.stdout})[Symbol.asyncIterator](),
    interrupt: async () => {
      child.kill('SIGINT')
      const [exit] = (await once(child, 'close')) as [number]
      return {exit, stderr}
    },
  }
}

describe('the services', () => {
  test('are all up on a sandbox, but for those that cannot be asked', async () => {
    const states = await sandboxWorld().json<WatchedState[]>('status')
    const notUp = states.filter(({state}) => state !== 'up')
    expect(notUp).toMatchObject([{service: 'email', state: 'unknown', milliseconds: null}])
    expect(states.find(({service}) => service === 'sms')).toMatchObject({
      ...{platform: 'CPaaS', path: '/sms', api_version: 'v1', status: 200, message: null},
      milliseconds: expect.any(Number) as number,
    })
    expect(states.filter(({platform}) => platform === 'Murano').length).toBeGreaterThan(2)
    expect(new Set(states.map(({service}) => service)).size).toBe(states.length)
  })

  test('are as many as the platform describes, and the one that gives out tokens', async () => {
    const world = sandboxWorld()
    const subsystems = await world.json<{path: string}[]>('metadata', 'list')
    const states = await world.json<WatchedState[]>('status')
    const paths = states.filter(({platform, service}) => platform === 'CPaaS' && service !== 'token')
    expect(paths.map(({path}) => path).toSorted()).toEqual(subsystems.map(({path}) => path).toSorted())
  })

  test('that fail are down, asked once and not again; those that refuse are not', async () => {
    const {sandbox, world} = await servedSandbox()
    const fault = sandbox.faults.set(outOfOrder)
    sandbox.faults.set({kind: 'status', status: 403, path: '/accounts/*'})
    sandbox.faults.set({kind: 'drop', path: '/usage/*'})
    const {exitCode, stdout} = await world.run([
      'status',
      '--services',
      'sms,accounts,usage',
      '--services',
      'chat',
      '-o',
      'json',
    ])
    const states = JSON.parse(stdout) as WatchedState[]
    expect(exitCode).toBe(10)
    expect(states.map(({service, state, status}) => [service, state, status])).toEqual([
      ['accounts', 'refused', 403],
      ['chat', 'up', 200],
      ['sms', 'down', 503],
      ['usage', 'down', null],
    ])
    expect(sandbox.faults.list().find(({id}) => id === fault.id)!.struck).toBe(1)
  })

  test('that nobody may ask are no state to rely on: the exit code says why', async () => {
    const {sandbox, world} = await servedSandbox()
    sandbox.faults.set({kind: 'status', status: 403, path: '/accounts/*'})
    expect((await world.run(['status', '--services', 'accounts'])).exitCode).toBe(4)
  })

  test('without the one that gives out tokens are unknown, and that one is down', async () => {
    const {world} = await servedSandbox()
    Object.assign(world.env, {COMMSCTL_AUTH_HOST: await deadUrl()})
    const {exitCode, stdout} = await world.run(['status', '--services', 'token,sms', '-o', 'json', '--timeout', '2s'])
    expect(exitCode).toBe(10)
    expect((JSON.parse(stdout) as WatchedState[]).map(({state}) => state)).toEqual(['down', 'unknown'])
  })

  test('of other names are refused with those that there are, and nobody is asked without a login', async () => {
    const world = sandboxWorld()
    expect(await world.fails(2, 'status', '--services', 'smss')).toMatch(/no service “smss”.*Did you mean sms\?/)
    expect(await world.fails(2, 'status', '--watch', '0')).toContain('too often')
    const stranger = new World({HTTPS_PROXY: await deadUrl()})
    onTestFinished(() => stranger.dispose())
    const {exitCode, stderr} = await stranger.run(['status'])
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('commsctl login') as string])
  })
})

describe('a watch', () => {
  test('gives a row for each service and round, and ends with what was seen last', async () => {
    const {sandbox, world} = await servedSandbox()
    const {lines, interrupt} = startWatch(world, '--services', 'accounts,sms', '-o', 'ndjson')
    const next = async () => JSON.parse((await lines.next()).value as string) as WatchedState
    const first = [await next(), await next(), await next()]
    expect(first.map(({service, state}) => [service, state])).toEqual([
      ['accounts', 'up'],
      ['sms', 'up'],
      ['accounts', 'up'],
    ])
    const {p50, p95} = first[2]!
    expect([p50, p95]).toEqual([first[0]!, first[2]!].map(({milliseconds}) => milliseconds).toSorted((a, b) => a! - b!))
    sandbox.faults.set(outOfOrder)
    let row = await next()
    while (row.state !== 'down') row = await next()
    expect(row).toMatchObject({service: 'sms', status: 503})
    const {exit, stderr} = await interrupt()
    expect([exit, stderr]).toEqual([10, ''])
  })

  test('gives a block for each round without a terminal, and sums up', async () => {
    const {lines, interrupt} = startWatch(sandboxWorld(), '--services', 'accounts')
    for (let round = 0; round < 2; round++)
      expect((await lines.next()).value).toMatch(/^CPaaS\taccounts\t\/accounts\tup\t/)
    const {exit, stderr} = await interrupt()
    expect(exit).toBe(0)
    expect(stderr).toMatch(/^Watched for \d+ rounds: all were up in each\.\n$/)
  })

  test('draws over itself on a terminal, and Ctrl-C ends it quietly', async () => {
    const world = sandboxWorld()
    const args = ['status', '--services', 'accounts,email', '--watch', '500ms']
    const {pty, output, shows, exit} = startPty(process.execPath, [bin, ...args], {env: world.env, cwd: world.home})
    await shows('round 2')
    pty.write('\u0003')
    expect(await exit).toBe(0)
    expect(output()).toContain('1 of 2 up, round 1')
    // Each round begins where the one before did.
    expect(output().split('\u001b[H').length).toBeGreaterThan(2)
    expect(output()).toMatch(/email +unknown[^]*accounts +up [^]*[▁-█]/)
    expect(output()).toMatch(/Watched for (\d+) rounds: not up were email \1\./)
  })
})
