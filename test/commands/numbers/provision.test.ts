import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour} from '../../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'

const neighbours = '+19412350001'
const ours = '+19412340001'

let world: SandboxWorld

beforeEach(() => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
})

interface Outcome {
  number: string
  outcome: string
  message: string | null
}

/** Numbers of the inventory that are for sale, from +19412340100 on. */
function forSale(count: number): string[] {
  return Array.from({length: count}, (_, index) => `+1941234${String(index + 100).padStart(4, '0')}`)
}

function provisioned(...numbers: string[]): Promise<(string | null | undefined)[]> {
  return world.inside(({store}) => numbers.map((number) => store.numbers.get(number)?.account_uuid))
}

/** How many requests to provision or release were sent. */
function sent(stderr: string): number {
  return stderr.split('\n').filter((line) => /^> POST \S+\/sms\/(de)?provision/.test(line)).length
}

test('numbers are provisioned to the account, in whatever way they are written', async () => {
  const out = await world.ok('numbers', 'provision', '(941) 234-0100', '941.234.0101', '+19412340100', '-y')
  expect(out).toBe('+19412340100\tprovisioned\t\n+19412340101\tprovisioned\t')
  expect(await provisioned('+19412340100', '+19412340101')).toEqual([
    seededAccess.accountUuid,
    seededAccess.accountUuid,
  ])
})

test('a number gets its user, help text, reference and purpose', async () => {
  const flags = [
    '--user',
    seededAccess.userUuid,
    '--help-text',
    'Call us.',
    '--reference-id',
    'r1',
    '--no-campaign-number',
  ]
  await world.ok('numbers', 'provision', '+19412340100', ...flags, '--yes')
  expect(await world.json('numbers', 'get', '+19412340100')).toMatchObject({
    user_uuid: seededAccess.userUuid,
    help_text: 'Call us.',
    reference_id: 'r1',
    is_campaign: false,
    provider: 'VI',
  })
})

describe('a list', () => {
  test('comes from standard input and @FILE, each number once', async () => {
    writeFileSync(join(world.home, 'a.txt'), '+19412340100 # desk\n9412340101\n')
    writeFileSync(join(world.home, 'b.csv'), 'name,number\nx,+19412340102\ny,941-234-0100\n')
    const args = ['numbers', 'provision', '-', '@a.txt', '+19412340103', '@b.csv', '--yes', '-o', 'id']
    const {exitCode, stdout} = await world.run(args, {stdin: 'pipe', input: '+19412340104\n'})
    expect({exitCode, numbers: stdout.split('\n')}).toEqual({
      exitCode: 0,
      numbers: ['+19412340104', '+19412340100', '+19412340101', '+19412340103', '+19412340102'],
    })
  })

  test('of --from-file - is standard input', async () => {
    const line = 'printf "+19412340100\\n+19412340101\\n" | commsctl numbers provision --from-file - -y -o id'
    expect((await world.shell(line)).stdout).toBe('+19412340100\n+19412340101')
  })

  test('that another command printed is taken as it is', async () => {
    const line = 'commsctl numbers list --limit 2 -o csv | commsctl numbers release - -y -o id'
    expect((await world.shell(line)).stdout).toBe('+19412340001\n+19412340002')
  })

  test('of 250 numbers takes 3 requests', async () => {
    const input = forSale(100).join('\n')
    const found = await world.ok('numbers', 'search', '--quantity', '150', '--tier', '2', '-o', 'id')
    const args = ['numbers', 'provision', '-', '--yes', '-o', 'json', '--debug']
    const {exitCode, stdout, stderr} = await world.run(args, {stdin: 'pipe', input: `${input}\n${found}`})
    expect({exitCode, sent: sent(stderr)}).toEqual({exitCode: 0, sent: 3})
    const outcomes = JSON.parse(stdout) as Outcome[]
    expect(outcomes.filter(({outcome}) => outcome === 'provisioned')).toHaveLength(250)
    expect((await world.inside(({store}) => store.numbers.counts())).provisioned).toBe(264)
  })

  test.each([
    ['an empty file', '', 'is empty', 'is empty'],
    ['a file of comments', '# none\n', 'holds no numbers', 'holds no rows'],
    ['bad numbers', '+19412340100\n911\n', 'numbers.txt:2: “911” is too short.', 'line 2: “911” is too short.'],
  ])('that is %s is exit 2, and nothing is sent', async (_, content, ...messages) => {
    writeFileSync(join(world.home, 'numbers.txt'), content)
    for (const [at, args] of [['@numbers.txt'], ['--from-file', 'numbers.txt']].entries()) {
      expect(await world.fails(2, 'numbers', 'provision', ...args, '--yes')).toContain(messages[at])
    }
    expect(await provisioned('+19412340100')).toEqual([null])
  })

  test('that is missing is exit 2', async () => {
    expect(await world.fails(2, 'numbers', 'provision', '--yes')).toContain('Missing NUMBERS')
    expect(await world.fails(2, 'numbers', 'provision', '@none', '-y')).toContain('the file none does not exist')
    const {exitCode, stderr} = await world.run(['numbers', 'provision', '-', '-y'])
    expect({exitCode, stderr}).toMatchObject({exitCode: 2, stderr: expect.stringContaining('is empty') as string})
  })
})

describe('a refused number', () => {
  const args = ['+19412340100', neighbours, '+19412340101', ours, '+19419999999', '--yes']

  test('fails alone, once, with its reason: exit 9', async () => {
    const {exitCode, stdout, stderr} = await world.run(['numbers', 'provision', ...args, '-o', 'json'])
    expect(exitCode).toBe(9)
    expect(JSON.parse(stdout)).toEqual([
      {number: '+19412340100', outcome: 'provisioned', message: null},
      {number: neighbours, outcome: 'refused', message: `${neighbours} was taken`},
      {number: '+19412340101', outcome: 'provisioned', message: null},
      {number: ours, outcome: 'refused', message: `${ours} is already provisioned to this account`},
      {number: '+19419999999', outcome: 'refused', message: '+19419999999 is not in the inventory'},
    ])
    expect(JSON.parse(stderr)).toMatchObject({code: 'partly-failed', exit: 9})
    expect(stderr).toContain('3 of 5 numbers were not provisioned.')
    expect(await provisioned(neighbours)).toEqual([seededNeighbour.accountUuid])
  })

  test('is a row in every format', async () => {
    const [csv, ndjson] = await Promise.all(
      ['csv', 'ndjson'].map((format) => world.run(['numbers', 'provision', neighbours, ours, '-y', '-o', format])),
    )
    expect(csv!.stdout.split('\n')).toEqual([
      'number,outcome,message',
      `${neighbours},refused,${neighbours} was taken`,
      `${ours},refused,${ours} is already provisioned to this account`,
    ])
    const rows = ndjson!.stdout.split('\n').map((line) => JSON.parse(line) as Outcome)
    expect(rows.map(({outcome}) => outcome)).toEqual(['refused', 'refused'])
  })

  test('that stands alone fails with what the service said', async () => {
    expect(await world.fails(6, 'numbers', 'provision', neighbours, '-y')).toContain(`${neighbours} was taken`)
    expect(await world.fails(5, 'numbers', 'provision', '+19419999999', '-y')).toContain('not in the inventory')
    expect(await world.fails(5, 'numbers', 'release', '+19412340100', '-y')).toContain('is not provisioned')
  })

  test('does not stand for a text that is refused: nothing is tried number by number', async () => {
    const text = 'x'.repeat(400)
    const numbers = forSale(20)
    const {exitCode, stderr} = await world.run([
      'numbers',
      'provision',
      ...numbers,
      '--help-text',
      text,
      '-y',
      '--debug',
    ])
    expect({exitCode, sent: sent(stderr)}).toEqual({exitCode: 6, sent: 1})
    expect(stderr).toContain('help_text: must have 0 to 320 characters')
  })
})

test('a column that outcomes do not have is told before anything is sent', async () => {
  const stderr = await world.fails(2, 'numbers', 'provision', '+19412340100', '-y', '--columns', 'number,outcom')
  expect(stderr).toContain('Did you mean outcome')
  expect(await provisioned('+19412340100')).toEqual([null])
})

describe('--dry-run', () => {
  test('shows each request and sends none', async () => {
    const input = forSale(120).join('\n')
    const {exitCode, stdout} = await world.run(['numbers', 'provision', '-', '--dry-run'], {stdin: 'pipe', input})
    expect(exitCode).toBe(0)
    expect(stdout.match(/^curl http:\/\/\S+\/sms\/provision /gm)).toHaveLength(2)
    expect(stdout).toContain('+19412340219"]')
    expect(await provisioned('+19412340100')).toEqual([null])
  })

  test('of a release needs no answer either', async () => {
    expect(await world.request('numbers', 'release', ours)).toBe('POST /sms/deprovision')
    expect(await provisioned(ours)).toEqual([seededAccess.accountUuid])
  })
})

describe('release', () => {
  test('takes numbers from the account', async () => {
    expect(await world.ok('numbers', 'release', ours, '+19412340003', '-y', '-o', 'id')).toBe(`${ours}\n+19412340003`)
    expect(await provisioned(ours, '+19412340003')).toEqual([null, null])
  })

  test('leaves alone what others have', async () => {
    const {exitCode, stdout} = await world.run(['numbers', 'release', ours, neighbours, '--yes'])
    expect({exitCode, stdout}).toEqual({
      exitCode: 9,
      stdout: `${ours}\treleased\t\n${neighbours}\trefused\t${neighbours} is not provisioned`,
    })
  })
})
