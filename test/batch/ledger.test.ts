import {expect, test} from 'vitest'
import {appendFileSync, writeFileSync} from 'node:fs'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {type Entry} from '../../src/lib/journal/read-ledger.ts'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {join} from 'node:path'
import {signIn} from '../sandbox/support.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {jobOf, writeRows} from './chaos.ts'
import {startPty} from '../support/pty.ts'
import {bin, root} from '../support/world.ts'

test('what costs money or can be undone is in the ledger, and is undone once, asked first', async () => {
  const [world] = freshWorlds(1) as [SandboxWorld]
  await world.ok('numbers', 'provision', '+19412340100', '+19412340101', '-y', '--price', '1.25')
  await world.fails(6, 'numbers', 'provision', '+19412340001', '-y')
  await world.ok('accounts', 'suspend', '3e14fcef-ef5b-5d57-924f-338d593acfee', '-y')
  const [suspended, bought, ...others] = await world.json<Entry[]>('ledger', 'list')
  expect(others).toEqual([])
  expect(bought).toMatchObject({
    ...{command: 'numbers provision', what: 'provision +19412340100, +19412340101', cost: 2.5, outcome: 'done'},
    ...{profile: 'sandbox', account: seededAccess.accountUuid, user: seededAccess.userUuid, undone_by: null},
  })
  expect(bought!.trace_id).toMatch(/^[\da-f-]{36}$/)
  expect(bought!.job).not.toBeNull()
  expect(suspended).toMatchObject({what: 'suspend the account 3e14fcef-ef5b-5d57-924f-338d593acfee', cost: null})

  expect(await world.fails(2, 'ledger', 'undo', bought!.id)).toContain(
    'Release +19412340100, +19412340101 (it cannot be undone)?',
  )
  await world.ok('ledger', 'undo', bought!.id, '-y')
  await world.ok('ledger', 'undo', suspended!.id, '-y')
  expect(await world.inside(({store}) => store.numbers.get('+19412340100')?.account_uuid)).toBeNull()
  expect(await world.json('accounts', 'get', '3e14fcef-ef5b-5d57-924f-338d593acfee')).toMatchObject({status: 'Active'})
  expect(await world.fails(2, 'ledger', 'undo', bought!.id, '-y')).toContain('It is undone already')
  const all = await world.json<Entry[]>('ledger', 'list')
  expect(all.map(({command, undoes}) => [command, undoes])).toEqual([
    ['accounts reinstate', suspended!.id],
    ['numbers release', bought!.id],
    ['accounts suspend', null],
    ['numbers provision', null],
  ])
  // A line that was cut off costs that line, and no other.
  appendFileSync(resolvePaths(world.env).ledger, '00000000 {"id":')
  await world.ok('numbers', 'release', '+19412340001', '-y')
  const csv = await world.run(['ledger', 'export', '--columns', 'what,undone_by'])
  expect(csv.stdout.split('\n')).toHaveLength(6)
  expect(csv.stderr).toContain('1 lines of')
})

test('what does not come back is told before the question, and what depends on what is undone', async () => {
  const [world] = freshWorlds(1) as [SandboxWorld]
  const [released, bought] = ['+19412340001', '+19412340100']
  const undoing = async (what: string, question: string) => {
    const [{id}] = await world.json<[Entry]>('ledger', 'list', '--where', `what=${what}`)
    const env = {...world.env, TERM: 'xterm-256color', NO_COLOR: '1'}
    const run = startPty(process.execPath, [bin, 'ledger', 'undo', id], {env, cwd: world.home, columns: 160})
    await run.shows(question)
    run.pty.write('y\r')
    expect(await run.exit).toBe(0)
    return run.output()
  }
  await world.ok('numbers', 'release', released, '-y')
  const again = await undoing(`release ${released}`, `Provision ${released} (it costs money)?`)
  expect(again).toContain('What does not come back: their campaign, reference id and note')
  await world.ok('numbers', 'provision', bought, '-y')
  await world.ok('10dlc', 'campaigns', 'assign', 'CSMILE1', bought)
  const gone = await undoing(`provision ${bought}`, `Release ${bought} (it cannot be undone)?`)
  expect(gone).toContain(`In campaigns: 1 (${bought} CSMILE1)`)
})

test('an action whose reply was lost is there with an unknown outcome', async () => {
  const {sandbox, world} = await servedSandbox()
  sandbox.faults.set({kind: 'drop', method: 'POST', path: '/sms/provision', after: true})
  sandbox.faults.set({kind: 'status', status: 503, method: 'GET', path: '/sms/provision/*'})
  expect((await world.run(['numbers', 'provision', '+19412340100', '-y'])).exitCode).toBe(10)
  const {stdout} = await world.run(['ledger', 'list', '-o', 'json'])
  expect(JSON.parse(stdout)).toMatchObject([{what: 'provision +19412340100', outcome: 'unknown', undo: null}])
})

test('a lost reply that was settled by reading back is done in the ledger, and can be undone', async () => {
  const {sandbox, world} = await servedSandbox()
  sandbox.faults.set({kind: 'drop', method: 'POST', path: '/sms/provision', after: true, times: 1})
  writeFileSync(join(world.home, 'numbers.txt'), '+19412340100\n+19412340101\n')
  expect(await world.run(['numbers', 'provision', '--from-file', 'numbers.txt', '-y'])).toMatchObject({exitCode: 0})
  const [entry, ...others] = JSON.parse((await world.run(['ledger', 'list', '-o', 'json'])).stdout) as [Entry]
  expect(others).toEqual([])
  expect(entry).toMatchObject({outcome: 'done', undo: {values: {numbers: ['+19412340100', '+19412340101']}}})
  expect(await world.run(['ledger', 'undo', entry.id, '-y'])).toMatchObject({exitCode: 0})
  expect(sandbox.store.numbers.get('+19412340101')?.account_uuid).toBeNull()
})

test('of a job that is cancelled, what was never sent is not there, and what was is read back', async () => {
  const {sandbox, world} = await servedSandbox({numbers: 300})
  world.env['COMMSCTL_TOKEN'] = (await signIn(sandbox)).access_token
  writeRows(world, sandbox.store.numbers.available({}, 12))
  sandbox.faults.set({kind: 'latency', latencyMs: 60_000, method: 'POST', path: '/sms/provision', after: true})
  const rows = ['--from-file', 'rows.csv', '--concurrency', '3', '--rate', '0.001']
  const running = world.run(['numbers', 'provision', ...rows, '-y', '-o', 'json'])
  await expect.poll(() => sandbox.faults.list()[0]?.struck, {timeout: 60_000}).toBe(1)
  expect(await world.run(['jobs', 'cancel', jobOf(world)!])).toMatchObject({exitCode: 0})
  const outcomes = JSON.parse((await running).stdout) as {outcome: string}[]
  const sent = outcomes.filter(({outcome}) => outcome === 'unknown').length
  const entries = JSON.parse((await world.run(['ledger', 'list', '-o', 'json'])).stdout) as Entry[]
  expect(entries.flatMap(({values}) => values['numbers'])).toHaveLength(sent)
  expect(entries.filter(({outcome}) => outcome !== 'done')).toEqual([])
})

test('what undoes a call is a command, and gets all that it needs', async () => {
  const commands = new Map(
    (await loadCommands(join(root, 'src/commands'), '.ts')).map(({id, command}) => [id, command]),
  )
  const calls = [...commands.values()].flatMap((command) => command.calls as unknown as (typeof command)[])
  const undoable = calls.flatMap(({shape}) => ('undo' in shape ? [shape as unknown as Undoable] : []))
  expect(undoable.length).toBeGreaterThan(15)
  for (const {parameters, undo} of undoable) {
    const given = Object.fromEntries(Object.keys(parameters).map((name) => [name, 'x']))
    const {command, values} = undo(given)
    const needed = Object.entries(commands.get(command)?.shape.parameters ?? {missing: {presence: 'required'}})
    const missing = needed.filter(([name, {presence}]) => presence === 'required' && !(name in values))
    expect({command, missing: missing.map(([name]) => name)}).toEqual({command, missing: []})
  }
})

interface Undoable {
  parameters: object
  undo: (values: object) => {command: string; values: object}
}
