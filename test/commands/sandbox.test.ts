import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {createServer} from 'node:net'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {seededAccess, seededReader} from '../../src/sandbox/seeded-access.ts'
import {serveSandbox, type SandboxServer} from '../support/sandbox-server.ts'
import {SandboxWorld} from '../support/sandbox-world.ts'

let world: SandboxWorld
let servers: SandboxServer[]

beforeEach(() => {
  world = new SandboxWorld()
  servers = []
})

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  world.dispose()
})

async function serve(...flags: string[]): Promise<SandboxServer> {
  const server = await serveSandbox(world, ...flags)
  servers.push(server)
  return server
}

/** Runs a line of shell with what `sandbox env` prints for this server. */
function at({port}: SandboxServer, line: string, flags = '') {
  return world.shell(`unset COMMSCTL_PROFILE; eval "$(commsctl sandbox env --port ${port} ${flags})"; ${line}`)
}

interface Status {
  file: string
  clock: {now: string; offset_ms: number; stopped: boolean}
  counts: {numbers: {total: number; provisioned: number}}
  faults: unknown[]
}

interface Fault {
  id: string
  struck: number
}

describe('serve', () => {
  test('prints one line with its URL and nothing else, not even when requests come', async () => {
    const server = await serve()
    const both = 'commsctl whoami -o id; commsctl murano whoami --jq .email'
    expect((await at(server, both)).stdout).toBe(`${seededAccess.userUuid}\n${seededMurano.email}`)
    await server.stop()
    expect(server.stdout()).toBe(`${server.url}\n`)
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(server.stderr()).toBe('')
  })

  test('shows each request with --log, without its secrets', async () => {
    const server = await serve('--log')
    await at(server, 'commsctl whoami')
    await server.stop()
    expect(server.stderr()).toMatch(/^POST \/oauth\/token 200 \d+ ms\nGET \/identity\/users\/me 200 \d+ ms\n$/)
  })

  test.each([
    ['SIGTERM', 0],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('ends cleanly on %s, also with a connection open', async (signal, code) => {
    const server = await serve()
    const connection = (await import('node:net')).connect(Number(server.port), '127.0.0.1')
    await once(connection, 'connect')
    expect(await server.stop(signal)).toBe(code)
    expect(server.stderr()).toBe('')
    connection.destroy()
  })

  test('says that the port is in use, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const {port} = other.address() as {port: number}
    const error = await world.fails(2, 'sandbox', 'serve', '--port', String(port))
    expect(error).toContain(`cannot listen on port ${port} of 127.0.0.1: another program listens there`)
    expect(error).toContain('commsctl sandbox serve --port 0')
    other.close()
  })

  test('refuses an address that other machines reach', async () => {
    expect(await world.fails(2, 'sandbox', 'serve', '--host', '0.0.0.0')).toContain('“0.0.0.0” is not an address')
  })

  test('sells as many numbers as --numbers says when it is new, and says so when it is not', async () => {
    const first = await serve('--numbers', '700')
    expect((await world.json<Status>('sandbox', 'status')).counts.numbers.total).toBe(700)
    const second = await serve('--numbers', '800')
    await Promise.all([first.stop(), second.stop()])
    expect(first.stderr()).toBe('')
    expect(second.stderr()).toContain('commsctl sandbox reset --numbers 800')
    await world.ok('sandbox', 'reset', '--yes', '--numbers', '800')
    expect((await world.json<Status>('sandbox', 'status')).counts.numbers.total).toBe(800)
  })

  test('keeps what was done when it is killed', async () => {
    const server = await serve()
    const free = '+19412340150'
    expect((await at(server, `commsctl numbers set-reference +19412340001 --reference-id kept-1`)).exitCode).toBe(0)
    expect((await at(server, `commsctl numbers provision ${free} --yes`)).exitCode).toBe(0)
    await server.stop('SIGKILL')
    servers = []
    const again = await serve()
    const listed = await at(again, 'commsctl numbers list --all -o ndjson')
    expect(listed.stdout).toContain(free)
    expect(listed.stdout).toContain('"reference_id":"kept-1"')
  })

  test('two servers and the embedded profile are one sandbox', async () => {
    const [one, two] = [await serve(), await serve()]
    expect((await at(one, 'commsctl numbers provision +19412340151 --yes')).exitCode).toBe(0)
    expect((await at(two, 'commsctl numbers list --all -o id')).stdout).toContain('+19412340151')
    expect(await world.ok('numbers', 'list', '--all', '-o', 'id')).toContain('+19412340151')
  })
})

describe('env', () => {
  test('prints lines that a shell evaluates', async () => {
    const lines = await world.ok('sandbox', 'env', '--port', '4711')
    expect(lines.split('\n')).toEqual([
      "export COMMSCTL_API_HOST='http://127.0.0.1:4711'",
      "export COMMSCTL_AUTH_HOST='http://127.0.0.1:4711'",
      `export COMMSCTL_BASIC_TOKEN='${seededAccess.basicToken}'`,
      "export COMMSCTL_EMAIL='admin@sunrise.example'",
      "export COMMSCTL_PASSWORD='sandbox-admin-1'",
      `export COMMSCTL_ACCOUNT='${seededAccess.accountUuid}'`,
      `export COMMSCTL_USER='${seededAccess.userUuid}'`,
      "export COMMSCTL_MURANO_HOST='http://127.0.0.1:4711'",
      "export COMMSCTL_MURANO_EMAIL='ada@sunrise.example'",
      "export COMMSCTL_MURANO_PASSWORD='sandbox-ada-1'",
      `export COMMSCTL_MURANO_BUSINESS='${seededMurano.businessId}'`,
      `export COMMSCTL_MURANO_SOLUTION='${seededMurano.applicationId}'`,
      `export COMMSCTL_MURANO_PRODUCT='${seededMurano.productId}'`,
    ])
  })

  test('stays what a shell evaluates whatever format the environment asks of commands', async () => {
    const {stdout} = await world.run(['sandbox', 'env'], {env: {...world.env, COMMSCTL_OUTPUT: 'json'}})
    expect(stdout).toMatch(/^export COMMSCTL_API_HOST=/)
  })

  test('is JSON on demand', async () => {
    const variables = await world.json<Record<string, string>>('sandbox', 'env')
    expect(variables).toMatchObject({COMMSCTL_API_HOST: 'http://127.0.0.1:4010', COMMSCTL_EMAIL: seededAccess.email})
  })

  test('signs in as another of the seeded users', async () => {
    const server = await serve()
    expect((await at(server, 'commsctl whoami -o id', '--as reader')).stdout).toBe(seededReader.userUuid)
    expect((await at(server, 'commsctl numbers provision +19412340152 --yes', '--as reader')).exitCode).not.toBe(0)
    expect(await world.fails(2, 'sandbox', 'env', '--as', 'raeder')).toContain('Did you mean reader?')
  })
})

describe('status and reset', () => {
  test('status says where the sandbox is and what is in it', async () => {
    const status = await world.json<Status>('sandbox', 'status')
    expect(status.counts.numbers.total).toBe(5000)
    expect(status.clock).toMatchObject({offset_ms: 0, stopped: false})
    expect(existsSync(status.file)).toBe(true)
    expect(status.file.startsWith(world.home)).toBe(true)
  })

  test('status shows what is to happen, and what could not be done when it was due', async () => {
    await world.inside(({agenda, clock}) => void agenda.add(clock.now(), 'test.unknown', {}))
    await world.ok('whoami')
    const {agenda} = await world.json<{agenda: {waiting: number; failed: object[]}}>('sandbox', 'status')
    expect(agenda.waiting).toBeGreaterThan(0)
    expect(agenda.failed).toMatchObject([{kind: 'test.unknown', error: 'Nobody knows how to do test.unknown.'}])
  })

  test('reset asks, and without an answer does nothing', async () => {
    await world.ok('sandbox', 'clock', 'advance', '1h')
    expect(await world.fails(2, 'sandbox', 'reset')).toContain('--yes')
    expect((await world.json<Status>('sandbox', 'status')).clock.offset_ms).toBe(3_600_000)
  })

  test('reset brings records, clock and faults back', async () => {
    await world.ok('numbers', 'provision', '+19412340153', '--yes')
    await world.ok('sandbox', 'clock', 'advance', '1h')
    await world.ok('sandbox', 'faults', 'set', '--kind', 'drop', '--path', '/nowhere')
    await world.ok('sandbox', 'reset', '--yes')
    const status = await world.json<Status>('sandbox', 'status')
    expect(status).toMatchObject({clock: {offset_ms: 0}, faults: []})
    expect(await world.ok('numbers', 'list', '--all', '-o', 'id')).not.toContain('+19412340153')
  })

  test('status, and everything that needs no profile, works where the profile named does not exist', async () => {
    const {exitCode} = await world.run(['sandbox', 'status'], {env: {...world.env, COMMSCTL_PROFILE: 'gone'}})
    expect(exitCode).toBe(0)
  })
})

describe('clock', () => {
  test('advances, stops and runs on', async () => {
    const before = await world.json<Status['clock']>('sandbox', 'clock', 'stop')
    expect(before.stopped).toBe(true)
    const after = await world.json<Status['clock']>('sandbox', 'clock', 'advance', '2h')
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(7_200_000)
    expect(await world.json<Status['clock']>('sandbox', 'clock', 'get')).toMatchObject({now: after.now, stopped: true})
    expect(await world.json<Status['clock']>('sandbox', 'clock', 'start')).toMatchObject({stopped: false})
  })

  test.each(['-1h', 'soon', ''])('refuses “%s” as a time', async (duration) => {
    expect((await world.run(['sandbox', 'clock', 'advance', '--', duration])).exitCode).toBe(2)
  })
})

describe('faults', () => {
  test('set in one process, they strike in the server of another, as often as they should', async () => {
    const server = await serve()
    await world.ok(
      'sandbox',
      'faults',
      'set',
      '--kind',
      'status',
      '--status',
      '403',
      '--path',
      '/identity/*',
      '--times',
      '1',
    )
    expect((await at(server, 'commsctl whoami')).exitCode).toBe(4)
    expect((await at(server, 'commsctl whoami')).exitCode).toBe(0)
    expect(await world.json<Fault[]>('sandbox', 'faults', 'list')).toMatchObject([{id: '1', struck: 1, seen: 2}])
  })

  test('set prints the whole rule', async () => {
    const flags = [
      '--kind',
      'rate-limit',
      '--method',
      'post',
      '--path',
      '/sms/*',
      '--retry-after',
      '3',
      '--rate',
      '0.5',
    ]
    expect(await world.json('sandbox', 'faults', 'set', ...flags)).toEqual({
      id: '1',
      kind: 'rate-limit',
      method: 'POST',
      path: '/sms/*',
      retry_after: 3,
      rate: 0.5,
      after: false,
      seen: 0,
      struck: 0,
    })
    expect(
      await world.json('sandbox', 'faults', 'set', '--kind', 'latency', '--latency', '1.5s', '--after', '--times', '2'),
    ).toMatchObject({latency_ms: 1500, after: true, times: 2, method: '*', path: '*'})
  })

  test('clear ends one, or all', async () => {
    for (const path of ['/a', '/b', '/c']) await world.ok('sandbox', 'faults', 'set', '--kind', 'drop', '--path', path)
    await world.ok('sandbox', 'faults', 'clear', '2')
    expect(await world.ok('sandbox', 'faults', 'list', '-o', 'id')).toBe('1\n3')
    expect(await world.fails(5, 'sandbox', 'faults', 'clear', '2')).toContain('There is no fault 2')
    await world.ok('sandbox', 'faults', 'clear')
    expect(await world.json('sandbox', 'faults', 'list')).toEqual([])
  })

  test.each([
    [['--kind', 'latncy'], 'Did you mean latency?'],
    [['--kind', 'status'], 'needs a status'],
    [['--kind', 'status', '--status', '200'], 'needs a status'],
    [['--kind', 'drop', '--rate', 'half'], 'rate'],
    [['--kind', 'drop', '--path', 'sms'], 'begins with /'],
    [[], 'Missing --kind'],
  ])('refuses %j', async (flags, message) => {
    expect(await world.fails(2, 'sandbox', 'faults', 'set', ...flags)).toContain(message)
    expect(await world.json('sandbox', 'faults', 'list')).toEqual([])
  })
})
