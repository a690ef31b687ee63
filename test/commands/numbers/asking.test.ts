import {describe, expect, test} from 'vitest'
import {seededAccess} from '../../../src/sandbox/seeded-access.ts'
import {json, serve} from '../../lib/client/support.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {startPty} from '../../support/pty.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'
import {bin, World} from '../../support/world.ts'

const [one, two] = ['+19412340100', '+19412340101'] as const

async function fresh(): Promise<SandboxWorld> {
  const [world] = freshWorlds(1)
  return world!
}

/** Runs a command in a terminal. */
function terminal(world: World, ...args: string[]) {
  const env = {...world.env, TERM: 'xterm-256color', NO_COLOR: '1'}
  return startPty(process.execPath, [bin, ...args], {env, cwd: world.home, columns: 160})
}

function owners(world: SandboxWorld, ...numbers: string[]): Promise<(string | null | undefined)[]> {
  return world.inside(({store}) => numbers.map((number) => store.numbers.get(number)?.account_uuid))
}

describe('before numbers are bought or given away', () => {
  test('a terminal sees which, and yes goes ahead', async () => {
    const world = await fresh()
    const run = terminal(world, 'numbers', 'provision', one, two)
    await run.shows(`Provision ${one}, ${two} (it costs money)?`)
    expect(await owners(world, one, two)).toEqual([null, null])
    run.pty.write('y\r')
    expect(await run.exit).toBe(0)
    expect(await owners(world, one, two)).toEqual([seededAccess.accountUuid, seededAccess.accountUuid])
  })

  test.each([
    ['no', 'n\r'],
    ['nothing', '\r'],
    ['Ctrl-C', '\x03'],
  ])('a terminal is asked, and %s does nothing', async (_, answer) => {
    const world = await fresh()
    const run = terminal(world, 'numbers', 'release', '+19412340001')
    await run.shows('Release +19412340001 (it cannot be undone)?')
    run.pty.write(answer)
    expect(await run.exit).toBe(130)
    expect(await owners(world, '+19412340001')).toEqual([seededAccess.accountUuid])
  })

  test('without a terminal --yes must be given', async () => {
    const world = await fresh()
    const stderr = await world.fails(2, 'numbers', 'provision', one, two)
    expect(stderr).toContain(`Provision ${one}, ${two} (it costs money)? Nobody can be asked here.`)
    expect(stderr).toContain('--yes')
    expect(await owners(world, one, two)).toEqual([null, null])
  })

  test('a list from standard input needs --yes as well, and says how many there are', async () => {
    const world = await fresh()
    const input = Array.from({length: 8}, (_, index) => `+1941234010${index}`).join('\n')
    const {exitCode, stderr} = await world.run(['numbers', 'provision', '-'], {stdin: 'pipe', input})
    expect(exitCode).toBe(2)
    expect(stderr).toContain('+19412340104 and 3 more (it costs money)?')
  })
})

describe('search --provision', () => {
  test('buys the first that it finds', async () => {
    const world = await fresh()
    const found = await world.ok('numbers', 'search', '--area-code', '941', '--quantity', '3', '-o', 'id')
    const bought = await world.ok('numbers', 'search', '--area-code', '941', '--provision', '3', '-y', '-o', 'id')
    expect(bought).toBe(found)
    const left = await world.ok('numbers', 'search', '--area-code', '941', '--quantity', '3', '-o', 'id')
    expect(left.split('\n').filter((number) => found.includes(number))).toEqual([])
  })

  test('shows what it found and asks; a number that is taken meanwhile fails alone', async () => {
    const world = await fresh()
    const found = await world.ok('numbers', 'search', '--area-code', '941', '--quantity', '2', '-o', 'id')
    const [first, second] = found.split('\n') as [string, string]
    const run = terminal(world, 'numbers', 'search', '--area-code', '941', '--provision', '2')
    await run.shows(`Provision ${first}, ${second} (it costs money)?`)
    await world.ok('numbers', 'provision', first, '--account', seededAccess.accountUuid, '-y')
    run.pty.write('y\r')
    expect(await run.exit).toBe(9)
    expect(run.output()).toContain(`${first} is already provisioned to this account`)
    expect(run.output()).toContain('1 of 2 numbers were not provisioned.')
    expect(await owners(world, second)).toEqual([seededAccess.accountUuid])
  })

  test('buys nothing where it finds too few: exit 5', async () => {
    const world = await fresh()
    const stderr = await world.fails(5, 'numbers', 'search', '--rate-center', 'ATLANTIS', '--provision', '2', '-y')
    expect(stderr).toContain('Only 0 of 2 numbers were found; nothing was provisioned.')
    expect((await world.inside(({store}) => store.numbers.counts())).provisioned).toBe(14)
  })

  test('with --dry-run sends nothing', async () => {
    const world = await fresh()
    const request = await world.request('numbers', 'search', '--area-code', '941', '--provision', '7')
    expect(request).toBe('GET /sms/number/available/dids?qty=7&tier=1&npa=941')
  })
})

test('Ctrl-C in the middle of many says what was done and what was not: exit 130', async () => {
  let tell = () => {}
  const second = new Promise<void>((resolve) => (tell = resolve))
  const server = await serve((response, _, nth) => (nth === 1 ? json(response, 200, {enabled: []}) : tell()))
  const world = new World({
    COMMSCTL_API_HOST: server.url,
    COMMSCTL_AUTH_HOST: server.url,
    COMMSCTL_TOKEN: 'the-token',
    COMMSCTL_ACCOUNT: seededAccess.accountUuid,
  })
  const input = Array.from({length: 250}, (_, index) => `+1941234${1000 + index}`).join('\n')
  const running = world.run(['numbers', 'provision', '-', '--yes', '-o', 'json'], {stdin: 'pipe', input})
  await second
  const child = running as unknown as {kill: (signal: string) => void}
  child.kill('SIGINT')
  const {exitCode, stdout, stderr} = await running
  world.dispose()
  expect(exitCode).toBe(130)
  const outcomes = (JSON.parse(stdout) as {outcome: string}[]).map(({outcome}) => outcome)
  expect(outcomes).toEqual([
    ...Array<string>(100).fill('provisioned'),
    ...Array<string>(100).fill('unknown'),
    ...Array<string>(50).fill('not sent'),
  ])
  expect(stderr).toContain('150 of 250 numbers were not provisioned.')
  expect(server.seen).toHaveLength(2)
})
