import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {brands} from '../../../src/sandbox/ten-dlc/brands.ts'
import {campaigns} from '../../../src/sandbox/ten-dlc/campaigns.ts'
import {seededLocationUuid as account} from '../../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../../support/fresh-worlds.ts'
import {type SandboxWorld} from '../../support/sandbox-world.ts'

const numbers = ['+19412360001', '+19412360002']
const register = ['10dlc', 'register', '--account', account, '--from-file', 'whole.yaml']

let world: SandboxWorld

beforeEach(async () => {
  ;[world] = freshWorlds(1) as [SandboxWorld]
  await world.inside(({clock}) => clock.stop())
  write((filing) => filing.replace('campaign:', `campaign:\n  numbers: ["${numbers[0]}", "(941) 236-0002"]`))
})

/** The filing that is right, changed. */
function write(change: (filing: string) => string): void {
  writeFileSync(join(world.home, 'whole.yaml'), change(readFileSync(join(world.home, 'filing.yaml'), 'utf8')))
}

function advance(): Promise<void> {
  return world.inside(({clock}) => void clock.advance(60_000))
}

function provision(): Promise<void> {
  return world.inside(({store}) => {
    for (const number of numbers) store.numbers.provision(number, {account_uuid: account}, 0)
  })
}

/** What became of each part, after the command succeeded. */
async function outcomes(...flags: string[]): Promise<string[]> {
  const stdout = await world.ok(...register, '-y', '--columns', 'part,outcome', ...flags)
  return stdout.split('\n').map((line) => line.replace('\t', ' '))
}

describe('a whole filing', () => {
  test('is registered step by step: each run goes on where the last one ended, and nothing is done twice', async () => {
    await provision()
    expect(await outcomes()).toEqual(['brand registered', 'campaign waiting'])
    expect(await outcomes()).toEqual(['brand present', 'campaign waiting'])
    await advance()
    expect(await outcomes()).toEqual(['brand present', 'campaign registered', 'numbers waiting'])
    await advance()
    expect(await outcomes('--wait')).toEqual(['brand present', 'campaign present', 'numbers assigned'])
    const again = await world.ok(...register, '--columns', 'part,outcome')
    expect(again).toBe('brand\tpresent\ncampaign\tpresent')
    expect(await world.ok('numbers', 'list', '--account', account, '--columns', 'campaign_id')).toMatch(/^(C\w+)\n\1$/)
  })

  test('waits with --wait, and is exit 8 with the way to go on when the time is over', async () => {
    await provision()
    const {exitCode, stdout, stderr} = await world.run([...register, '-y', '--wait', '--timeout', '3s'])
    expect({exitCode, stdout}).toMatchObject({exitCode: 8, stdout: expect.stringContaining('waiting') as string})
    expect(stderr).toContain(`commsctl 10dlc register --from-file whole.yaml --account ${account} --wait`)
    write((filing) => filing)
    await advance()
    const active = await world.run([...register, '-y', '--wait', 'active', '--timeout', '5s'])
    expect(active).toMatchObject({exitCode: 8, stderr: expect.stringContaining('--wait ACTIVE') as string})
    expect(await world.fails(2, ...register, '-y', '--wait=ACTIV')).toContain('Did you mean ACTIVE?')
  })

  test('waits with --wait for a campaign that is there already and has no numbers to come', async () => {
    write((filing) => filing)
    await outcomes()
    await advance()
    expect(await outcomes()).toEqual(['brand present', 'campaign registered'])
    const {exitCode, stderr} = await world.run([...register, '--wait', 'ACTIVE', '--timeout', '3s'])
    expect({exitCode, stderr}).toEqual({exitCode: 8, stderr: expect.stringContaining('--wait ACTIVE') as string})
    await advance()
    expect(await outcomes('--wait', 'ACTIVE')).toEqual(['brand present', 'campaign present'])
  })

  test('shows all requests with --dry-run, and sends none', async () => {
    await provision()
    const shown = await world.ok(...register, '--dry-run')
    expect(shown.match(/^curl \S+/gm)).toHaveLength(3)
    await world.fails(5, '10dlc', 'brands', 'get', '--account', account)
  })
})

describe('nothing is sent', () => {
  async function refused(exit: number, ...flags: string[]): Promise<string> {
    const stderr = await world.fails(exit, ...register, '-y', ...flags)
    expect(await world.inside(({store}) => store.collection(brands).get(account))).toBeUndefined()
    return stderr
  }

  test('for what would be rejected, unless it is told to', async () => {
    write((filing) => filing.replace('state: FL', 'state: Florida'))
    expect(await refused(2)).toContain('brand.state: “Florida” is no state in two capital letters.')
    expect(await refused(6, '--no-lint')).toContain('state')
  })

  test('for numbers that the account does not have', async () => {
    expect(await refused(5)).toContain(`The account does not have ${numbers.join(', ')}.`)
  })

  test('without an answer', async () => {
    await provision()
    const stderr = await world.fails(2, ...register)
    expect(stderr).toContain('campaign:\n  display_name: Reminders\n')
    expect(stderr).toContain('Nobody can be asked here.')
  })
})

test('an account never gets a second brand, and numbers are never taken from another campaign', async () => {
  const other = ['10dlc', 'register', '--from-file', 'whole.yaml', '-y']
  expect(await world.fails(6, ...other)).toContain('The account has another brand already: Sunrise Dental.')
  write(
    (filing) =>
      `${filing.slice(filing.indexOf('campaign:')).replaceAll('Acme Dental', 'Sunrise Dental').replaceAll('acmedental.', 'sunrise.')}  numbers: ["+19412340003"]\n`,
  )
  expect(await world.fails(6, ...other)).toContain('In another campaign: +19412340003.')
})

test('a campaign that carriers reject is exit 6, with the reason', async () => {
  write((filing) => filing.replace('Acme Dental sends its patients', 'REJECT: Acme Dental sends its patients'))
  await outcomes()
  await advance()
  const running = world.run([...register, '-y', '--wait', '-o', 'json'])
  while ((await world.inside(({store}) => store.collection(campaigns).count())) < 3) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  await advance()
  const {exitCode, stdout} = await running
  expect(exitCode).toBe(6)
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({
      part: 'campaign',
      outcome: 'refused',
      message: expect.stringContaining('30886') as string,
    }),
  )
})

describe('status', () => {
  test('of several accounts shows one that cannot be read as such, and the rest, with exit 9', async () => {
    await world.inside(({faults}) =>
      faults.set({kind: 'status', status: 403, method: 'GET', path: `/sms/10dlc/customers/${account}`}),
    )
    const {exitCode, stdout, stderr} = await world.run(['10dlc', 'status', '--all', '-o', 'json'])
    const rows = JSON.parse(stdout) as {account_uuid: string; part: string; blocked_by: string | null}[]
    expect(exitCode).toBe(9)
    expect(stderr).toContain('1 of ')
    expect(rows.filter(({part}) => part === 'account')).toEqual([
      expect.objectContaining({account_uuid: account, blocked_by: expect.stringContaining('cannot be read') as string}),
    ])
    expect(rows.some(({part}) => part === 'campaign')).toBe(true)
    expect((await world.run(['10dlc', 'status', '--account', account])).exitCode).toBe(4)
  })

  test('shows each part of an account and what blocks it', async () => {
    const rows = await world.json<Record<string, unknown>[]>('10dlc', 'status')
    expect(
      rows.map(({part, status, numbers: count, throughput_class, blocked_by}) => [
        part,
        status,
        count,
        throughput_class,
        blocked_by,
      ]),
    ).toEqual([
      ['brand', 'VERIFIED', null, null, null],
      ['campaign', 'ACTIVE', 3, 'T', null],
      ['campaign', 'REJECTED', 0, null, expect.stringContaining('30892: sample_msg1') as string],
      ['numbers', null, 9, null, 'no campaign'],
    ])
  })

  test('shows several accounts, or all', async () => {
    const none = 'no brand is registered'
    const [named, all] = await Promise.all([
      world.json<{blocked_by: string}[]>('10dlc', 'status', '--account', account, '--account', account),
      world.json<{account_uuid: string}[]>('10dlc', 'status', '--all'),
    ])
    expect(named.map(({blocked_by}) => blocked_by)).toContain(none)
    expect(new Set(all.map(({account_uuid}) => account_uuid)).size).toBe(3)
    const table = async (...args: string[]) => (await world.ok('10dlc', 'status', ...args)).split('\n')
    const [one, several] = await Promise.all([table(), table('--all')])
    expect(one[0]).toMatch(/^brand\t/)
    expect(new Set(several.map((line) => line.split('\t')[0]))).toEqual(new Set(all.map((row) => row.account_uuid)))
  })

  test('with --watch tells what changes, until all is decided', async () => {
    await provision()
    await outcomes()
    const running = world.run(['10dlc', 'status', '--account', account, '--watch', '-o', 'ndjson'])
    void running.then(() => undefined)
    await new Promise((resolve) => setImmediate(resolve))
    await advance()
    const {exitCode, stdout} = await running
    const states = stdout.split('\n').map((line) => JSON.parse(line) as {part: string; status: string})
    expect(exitCode).toBe(0)
    expect(states.filter(({part}) => part === 'brand').at(-1)).toMatchObject({status: 'VERIFIED'})
  })
})
