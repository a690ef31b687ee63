import {appendFileSync, cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {jobOf, journalOf, killedRun, outcomesIn} from './chaos.ts'

async function fresh(files: Readonly<Record<string, string>> = {}): Promise<SandboxWorld> {
  const [world] = freshWorlds(1) as [SandboxWorld]
  for (const [name, content] of Object.entries(files)) writeFileSync(join(world.home, name), content)
  return world
}

describe('before the first request', () => {
  test('every row that is not right is told by line and column, in each format, and nothing is sent', async () => {
    const world = await fresh({
      'rows.csv': 'number,user\n911,\n+19412340100,none\n"+1 941\n234 0101",\nabc,\n',
      'rows.ndjson': '{"number":"+19412340100"}\n\n{"number":"911"}\n{}\n',
      'rows.json': '[\n {"number": "+19412340100"},\n {"number": ["+19412340101", "+19412340102"]}\n]',
      'rows.yaml': '- number: +19412340100\n- number: 911\n',
      'typo.csv': 'number,refrence_id\n+19412340100,a\n',
      'secret.csv': 'number,help_text\n+19412340100,@typo.csv\n',
    })
    const provision = (file: string) => world.fails(2, 'numbers', 'provision', '--from-file', file, '--yes')
    const csv = await provision('rows.csv')
    expect(csv).toContain('rows.csv: 4 of 4 rows are not right. Nothing was sent.')
    expect(csv).toContain('line 2, column number: “911” is too short.')
    expect(csv).toContain('line 3, column user: “none” is not a uuid')
    expect(csv).toContain('line 6, column number: “abc” is not a phone number.')
    const ndjson = await provision('rows.ndjson')
    expect(ndjson).toContain('line 3, column number: “911” is too short.')
    expect(ndjson).toContain('line 4: Missing NUMBERS.')
    expect(await provision('rows.json')).toContain('line 3, column number: a row has one.')
    expect(await provision('rows.yaml')).toContain('line 2, column number: “911” is too short.')
    expect(await provision('typo.csv')).toContain('“refrence_id”: did you mean reference-id?')
    expect((await world.inside(({store}) => store.numbers.counts())).provisioned).toBe(14)
    // What stands in a cell is text: it reads no file of this machine.
    await world.ok('numbers', 'provision', '--from-file', 'secret.csv', '--yes')
    expect(await world.json('numbers', 'get', '+19412340100')).toMatchObject({help_text: '@typo.csv'})
  })

  test('costs are added up, the question says how many there are, and --dry-run shows the requests', async () => {
    const numbers = Array.from({length: 8}, (_, at) => `+1941234010${at}`).join('\n')
    const world = await fresh({'numbers.txt': numbers})
    const rows = ['numbers', 'provision', '--from-file', 'numbers.txt']
    expect(await world.fails(2, ...rows, '--yes', '--price', '1.5', '--max-cost', '11')).toContain(
      '8 at 1.5 each cost 12.00',
    )
    expect(await world.fails(2, ...rows)).toContain('+19412340104 and 3 more (it costs money)?')
    expect((await world.ok(...rows, '--dry-run')).match(/^curl /gm)).toHaveLength(1)
    expect(await world.json('jobs', 'list')).toEqual([])
  })
})

test('columns are arguments, flags and fields of the body; what is typed holds for all rows without a value', async () => {
  const parent = 'ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d'
  const world = await fresh({
    'accounts.csv': 'Title,type,address.city,address.postal_code\nNorth,Location,Tampa,01234\nSouth,,Naples,\n',
    'numbers.csv': 'tel,reference-id\n+19412340001,a\n+19412340002,a\n+19412340003,\n',
  })
  const create = ['accounts', 'create', '--from-file', 'accounts.csv', '--map', 'name=Title']
  const made = await world.json<{id: string; outcome: string}[]>(
    ...create,
    '-F',
    `parent_uuid=${parent}`,
    '-F',
    'type=Customer',
  )
  expect(made.map(({outcome}) => outcome)).toEqual(['done', 'done'])
  expect(await world.json('accounts', 'get', made[0]!.id)).toMatchObject({
    ...{name: 'North', type: 'Location', address: {city: 'Tampa', postal_code: '01234'}},
  })
  expect(await world.json('accounts', 'get', made[1]!.id)).toMatchObject({name: 'South', type: 'Customer'})

  const set = [
    'numbers',
    'set-reference',
    '--from-file',
    'numbers.csv',
    '--map',
    'numbers=tel',
    '--reference-id',
    'rest',
  ]
  const {stderr, stdout} = await world.run([...set, '--debug', '-o', 'id'])
  // Neighbours that differ in nothing else go together.
  expect(stderr.match(/^> PUT /gm)).toHaveLength(2)
  expect(stdout.split('\n')).toEqual(['+19412340001', '+19412340002', '+19412340003'])
  expect(await world.json('numbers', 'get', '+19412340003')).toMatchObject({reference_id: 'rest'})
})

test('some rows fail: exit 9; their outcomes are a file that --retry-failed takes', async () => {
  const world = await fresh({'numbers.csv': 'number,reference_id\n+19412340100,a\n+19412350001,a\n+19412340101,a\n'})
  const {exitCode, stdout, stderr} = await world.run([
    ...['numbers', 'provision', '--from-file', 'numbers.csv', '--outcomes', 'out.ndjson', '-y', '-o', 'json'],
  ])
  expect({exitCode, stdout}).toEqual({exitCode: 9, stdout: ''})
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'partly-failed',
    hint: expect.stringContaining('--retry-failed') as string,
  })
  expect(outcomesIn(world, 'out.ndjson').map(({row, outcome}) => [row, outcome])).toEqual([
    [1, 'provisioned'],
    [2, 'refused'],
    [3, 'provisioned'],
  ])
  await world.inside(({store}) => store.numbers.release('+19412350001'))
  const again = await world.json('numbers', 'provision', '--retry-failed', 'out.ndjson', '-y')
  expect(again).toEqual([{row: 1, number: '+19412350001', outcome: 'provisioned', message: null}])
  expect(await world.json('numbers', 'get', '+19412350001')).toMatchObject({reference_id: 'a'})
  expect(seededNeighbour.accountUuid).not.toBe(seededAccess.accountUuid)
})

describe('a job', () => {
  test('that is worked on cannot be resumed beside that; it can be cancelled, and pruned then', async () => {
    const {sandbox, world} = await servedSandbox({numbers: 300})
    sandbox.faults.set({kind: 'latency', latencyMs: 60_000, method: 'POST', path: '/sms/provision'})
    writeFileSync(join(world.home, 'numbers.txt'), sandbox.store.numbers.available({}, 20).join('\n'))
    const running = world.run(['numbers', 'provision', '--from-file', 'numbers.txt', '-y'])
    await expect.poll(() => sandbox.faults.list()[0]?.struck, {timeout: 60_000}).toBe(1)
    const id = jobOf(world)!
    const second = await world.run(['jobs', 'resume', id])
    expect({exitCode: second.exitCode, stderr: second.stderr}).toEqual({
      exitCode: 6,
      stderr: expect.stringContaining(`Another process is working on job ${id}.`) as string,
    })
    const {stdout} = await world.run(['jobs', 'list', '-o', 'json'])
    expect(JSON.parse(stdout)).toMatchObject([{id, state: 'running', rows: 20, left: 20}])
    const watching = world.run(['jobs', 'get', id, '--watch', '500ms', '-o', 'ndjson'])
    expect((await world.run(['jobs', 'cancel', id])).exitCode).toBe(0)
    const {exitCode, stderr} = await running
    const watched = await watching
    expect(watched.exitCode).toBe(0)
    expect(watched.stdout.split('\n').at(-1)).toContain('"state":"cancelled"')
    expect({exitCode, stderr}).toEqual({
      exitCode: 130,
      stderr: expect.stringContaining('The job was cancelled: 20 of 20 numbers were not provisioned.') as string,
    })
    expect(stderr).not.toContain('jobs resume')
    expect((await world.run(['jobs', 'resume', id])).stderr).toContain('is cancelled')
    const {stdout: cancelled} = await world.run(['jobs', 'get', id, '-o', 'json'])
    expect(JSON.parse(cancelled)).toMatchObject({state: 'cancelled', unknown: 20, left: 0})
    expect(await world.run(['jobs', 'prune', '-y', '-o', 'id'])).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining(`Job ${id} is kept: what came of 20 that it had sent is unknown.`) as string,
    })
    expect(jobOf(world)).toBe(id)
  })

  test('that has nothing unknown is pruned when it is cancelled; a damaged one is no hindrance', async () => {
    const {sandbox, world} = await servedSandbox({numbers: 300})
    sandbox.faults.set({kind: 'status', status: 403, method: 'POST', path: '/sms/provision'})
    writeFileSync(join(world.home, 'numbers.txt'), sandbox.store.numbers.available({}, 4).join('\n'))
    const provision = ['numbers', 'provision', '--from-file', 'numbers.txt', '-y']
    expect((await world.run(provision)).stderr).toContain('jobs resume')
    const id = jobOf(world)!
    expect((await world.run(['jobs', 'cancel', id])).exitCode).toBe(0)
    const broken = join(journalOf(world), '../../20260101000000-dead')
    cpSync(join(broken, '..', id), broken, {recursive: true})
    const order = readFileSync(join(broken, 'job.json'), 'utf8')
    writeFileSync(join(broken, 'job.json'), order.replace(id, '20260101000000-dead'))
    appendFileSync(join(broken, 'journal'), 'broken\nbroken\n')
    const {stdout} = await world.run(['jobs', 'list', '-o', 'json'])
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({id, state: 'cancelled', left: 4}),
        expect.objectContaining({id: '20260101000000-dead', state: 'damaged', left: null}),
      ]),
    )
    expect((await world.run(['jobs', 'list'])).stderr).toContain(`and delete ${join(broken)}`)
    expect((await world.run(['jobs', 'get', '20260101000000-dead'])).stderr).toContain(`and delete ${join(broken)}`)
    expect((await world.run(['jobs', 'prune', '-y', '-o', 'id'])).stdout).toBe(id)
    expect(jobOf(world)).toBe('20260101000000-dead')
  })

  test('goes on when its journal was cut off, not when it or the file of rows was changed', async () => {
    const {sandbox, world} = await servedSandbox({numbers: 300})
    const numbers = sandbox.store.numbers.available({}, 40)
    const rows = join(world.home, 'rows.csv')
    const content = `number,reference_id\n${numbers.map((number, at) => `${number},r${at}`).join('\n')}\n`
    writeFileSync(rows, content)
    expect(await killedRun(world, ['numbers', 'provision', '--from-file', 'rows.csv', '-y'], 1500)).toBe(true)
    const resume = ['jobs', 'resume', jobOf(world)!]
    appendFileSync(rows, '+19412340001,mine\n')
    expect((await world.run(resume)).stderr).toContain('rows.csv is not what it was')
    writeFileSync(rows, content)
    const journal = readFileSync(journalOf(world))
    writeFileSync(journalOf(world), Buffer.concat([journal.subarray(0, 200), Buffer.from('#'), journal.subarray(201)]))
    expect((await world.run(resume)).stderr).toMatch(/journal .* is damaged in line \d/)
    // As when it was killed while it wrote: a record that it has not finished is of a request that it has not sent.
    writeFileSync(journalOf(world), Buffer.concat([journal, journal.subarray(0, 40)]))
    expect(await world.run(resume)).toMatchObject({exitCode: 0})
    expect(numbers.map((number) => sandbox.store.numbers.get(number)?.reference_id)).toEqual(
      numbers.map((_, at) => `r${at}`),
    )
  })

  test('without a way to look things up does not send again what may have been done: it stays unknown', async () => {
    const {sandbox, world} = await servedSandbox()
    sandbox.faults.set({kind: 'drop', after: true, method: 'POST', path: '/accounts/accounts', times: 1})
    writeFileSync(join(world.home, 'accounts.csv'), 'name,type\none,Location\ntwo,Location\n')
    const create = [
      'accounts',
      'create',
      '--from-file',
      'accounts.csv',
      '-F',
      `parent_uuid=${seededAccess.accountUuid}`,
    ]
    const {exitCode} = await world.run([...create, '--concurrency', '1', '--outcomes', 'out.ndjson'])
    expect(exitCode).toBe(9)
    expect(outcomesIn(world, 'out.ndjson').map(({outcome}) => outcome)).toEqual(['unknown', 'done'])
    expect(await world.run(['accounts', 'create', '--retry-failed', 'out.ndjson'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('1 row may have been done: line 1. Nothing was sent.') as string,
    })
    expect((await world.run(['jobs', 'list', '-o', 'json'])).stdout).toContain('"unknown": 1')
  })
})
