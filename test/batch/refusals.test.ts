import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {linkSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {freshWorlds} from '../support/fresh-worlds.ts'
import {type SandboxWorld} from '../support/sandbox-world.ts'
import {servedSandbox} from '../support/served-sandbox.ts'
import {bin} from '../support/world.ts'
import {jobOf} from './chaos.ts'

function fresh(files: Readonly<Record<string, string>>): SandboxWorld {
  const [world] = freshWorlds(1) as [SandboxWorld]
  for (const [name, content] of Object.entries(files)) writeFileSync(join(world.home, name), content)
  return world
}

const provision = ['numbers', 'provision', '--yes', '--from-file']

test('outcomes are not written over the rows, by whatever name, nor over those that are tried again', async () => {
  const rows = 'number\n+19412340100\n'
  const world = fresh({'rows.csv': rows})
  symlinkSync('rows.csv', join(world.home, 'link.csv'))
  linkSync(join(world.home, 'rows.csv'), join(world.home, 'hard.csv'))
  for (const name of ['rows.csv', './rows.csv', 'link.csv', 'hard.csv']) {
    expect(await world.fails(2, ...provision, 'rows.csv', '--outcomes', name)).toContain('is the file of the rows')
  }
  const piped = await world.shell(`commsctl ${provision.join(' ')} - --outcomes rows.csv < rows.csv`, {stdin: 'pipe'})
  expect(piped).toMatchObject({exitCode: 2, stderr: expect.stringContaining('is the file of the rows') as string})
  expect(readFileSync(join(world.home, 'rows.csv'), 'utf8')).toBe(rows)
  expect(await world.json('jobs', 'list')).toEqual([])

  writeFileSync(join(world.home, 'two.csv'), `${rows}+19412350001\n`)
  expect((await world.run([...provision, 'two.csv', '--outcomes', 'out.ndjson'])).exitCode).toBe(9)
  const before = readFileSync(join(world.home, 'out.ndjson'), 'utf8')
  const retry = ['numbers', 'provision', '--yes', '--retry-failed', 'out.ndjson', '--outcomes']
  expect(await world.fails(2, ...retry, 'out.ndjson')).toContain('is the file of the rows')
  expect(readFileSync(join(world.home, 'out.ndjson'), 'utf8')).toBe(before)
  expect(await world.fails(2, ...retry, '-')).toContain('“-” is no file')
})

describe('--retry-failed', () => {
  test('of a file in which all rows are done has nothing to do', async () => {
    const world = fresh({'rows.csv': 'number\n+19412340100\n'})
    await world.ok(...provision, 'rows.csv', '--outcomes', 'out.ndjson')
    const {exitCode, stdout, stderr} = await world.run([
      'numbers',
      'provision',
      '--yes',
      '--retry-failed',
      'out.ndjson',
    ])
    expect({exitCode, stdout}).toEqual({exitCode: 0, stdout: ''})
    expect(stderr).toContain('No row of out.ndjson failed')
  })

  test('of an interrupted batch names what goes on with it', async () => {
    const {sandbox, world} = await servedSandbox({numbers: 300})
    const numbers = sandbox.store.numbers.available({}, 40)
    const rows = numbers.map((number, at) => `${number},r${at}`).join('\n')
    writeFileSync(join(world.home, 'rows.csv'), `number,reference_id\n${rows}\n`)
    sandbox.faults.set({kind: 'latency', latencyMs: 500, method: 'POST', path: '/sms/provision'})
    const args = [bin, ...provision, 'rows.csv', '--outcomes', 'out.ndjson']
    const child = spawn(process.execPath, args, {env: world.env, cwd: world.home, stdio: 'ignore'})
    const ended = once(child, 'exit')
    const outcomes = join(world.home, 'out.ndjson')
    while ((statSync(outcomes, {throwIfNoEntry: false})?.size ?? 0) === 0) await pause(5)
    child.kill('SIGKILL')
    await ended
    const id = jobOf(world)!
    const retry = ['numbers', 'provision', '--yes', '--retry-failed', 'out.ndjson']
    expect(await world.run(retry)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`commsctl jobs resume ${id}`) as string,
    })
  })
})

test('an argument that each row has itself is refused; where a row has none, it stands for that', async () => {
  const world = fresh({'rows.csv': 'number\n+19412340100\n', 'list.txt': '+19412340100\n'})
  for (const file of ['rows.csv', 'list.txt']) {
    const told = await world.fails(2, 'numbers', 'provision', '+19412340101', '--yes', '--from-file', file)
    expect(told).toContain(`NUMBERS was typed, and each row of ${file} has its own.`)
  }
  expect((await world.inside(({store}) => store.numbers.counts())).provisioned).toBe(14)
})

describe('what is wrong with columns', () => {
  test('of --map is told with the columns that there are', async () => {
    const world = fresh({'rows.csv': 'Tel,note,empty\n+19412340100,a,\n'})
    const told = await world.fails(2, ...provision, 'rows.csv', '--map', 'number=Tl')
    expect(told).toContain('rows.csv has no column “Tl”.')
    expect(told).toContain('Its columns: Tel, note, empty.')
    const {exitCode} = await world.run([
      ...[...provision, 'rows.csv', '--map', 'number=Tel', '--map', 'reference-id=empty', '--dry-run'],
    ])
    expect(exitCode).toBe(0)
  })

  test('is told where there are no commas between them', async () => {
    const world = fresh({'rows.csv': 'number;reference_id\n+19412340100;a\n', 'tabs.csv': 'number\tuser\n1\t2\n'})
    expect(await world.fails(2, ...provision, 'rows.csv')).toContain('rows.csv has “;” between its columns')
    expect(await world.fails(2, ...provision, 'tabs.csv')).toContain('tabs.csv has tabs between its columns')
  })

  test('is told where rows lack what they need, with those that are for nothing', async () => {
    const world = fresh({'rows.csv': 'Telephone,Remark\n+19412340100,a\n'})
    const told = await world.fails(2, ...provision, 'rows.csv')
    expect(told).toContain('1 of 1 row is not right.')
    expect(told).toContain('For nothing here: “Telephone”, “Remark”.')
  })
})

test('a word after --wait that is no state is told with the states', async () => {
  const world = fresh({})
  const told = await world.fails(2, '10dlc', 'register', '--from-file', 'filing.yaml', '--wait', 'BOGUS')
  expect(told).toContain('“BOGUS” is not one of ACTIVE, PENDING, REJECTED, SUSPENDED.')
})
