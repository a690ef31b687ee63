import {describe, expect, test} from 'vitest'
import {seededAccess} from '../../../src/sandbox/seeded-access.ts'
import {json} from '../client/support.ts'
import {fixture} from '../operation/program.ts'
import {servedSandbox} from '../../support/served-sandbox.ts'

/** Things of one round each; in place of a round, a failure that the client tries again at once. */
type Round = readonly {id: string; name: string}[] | 'down'

function rounds(...each: Round[]) {
  const left = each.flatMap((round): Round[] => (round === 'down' ? Array<Round>(4).fill('down') : [round]))
  return fixture((response) => {
    const round = left.length > 1 ? left.shift()! : left[0]!
    if (round === 'down') return void response.writeHead(503, {'retry-after': '0'}).end()
    json(response, 200, {items: round, metadata: {total: round.length, offset: 0, count: round.length, limit: 100}})
  })
}

const thing = (id: string, name: string) => ({id, name})
const before = [thing('T1', 'one'), thing('T2', 'two')]
const after = [thing('T2', 'zwei'), thing('T3', 'three')]
const watching = ['lists', 'all', '--watch', '500ms', '--until', 'any(.[]; .id == "T3")']

describe('--watch', () => {
  test('redraws on a terminal, marks rows that are new, changed and gone, and rings when it is as wanted', async () => {
    const world = await rounds(before, 'down', after)
    const session = world.start(watching)
    expect(await session.exit).toBe(0)
    const frames = session.output().split('\u001b[H')
    expect(frames[1]).toMatch(/Every 0\.5s: commsctl lists all --watch/)
    expect(frames[1]).toMatch(/ {2}T1 {2}one/)
    expect(frames[2]).toMatch(/Trying again since/)
    expect(frames[3]).toMatch(/~ T2 {2}zwei\S*\s+\+ T3 {2}three\S*\s+- T1 {2}one/)
    expect(frames[3]).not.toContain('Trying again')
    expect(session.output()).toContain('\u0007')
  })

  test('prints each result that differs where there is no terminal; a lost service is told and tried again', async () => {
    const world = await rounds(before, before, 'down', after)
    const {exitCode, stdout, stderr} = await world.run([...watching, '-o', 'ndjson'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([before, after])
    const table = await (await rounds(before, 'down', after)).run(watching)
    expect(table.stdout).toBe('T1\tone\nT2\ttwo\n\nT2\tzwei\nT3\tthree')
    expect(table.stderr).toMatch(/Trying again: [^]*can be reached again/)
  })

  test('ends with --timeout, exit code 8; what does not pass by itself ends it at once', async () => {
    const world = await rounds(before)
    const over = await world.run([...watching, '--timeout', '3s', '-o', 'id'])
    expect(over).toMatchObject({exitCode: 8, stdout: 'T1\nT2'})
    expect(over.stderr).toContain('It is not so yet')
    const gone = await fixture((response) => json(response, 404, {}))
    expect(await gone.run(['replies', 'object', 'T1', '--watch'])).toMatchObject({exitCode: 5, stdout: ''})
  })

  test('ends quietly at Ctrl-C', async () => {
    const world = await rounds(before)
    const session = world.start(['lists', 'all', '--watch'])
    await session.shows('two')
    session.pty.write('\u0003')
    expect(await session.exit).toBe(130)
    expect(session.output()).not.toContain('Interrupted')
  })

  test.each([
    [['--watch', '10ms'], 'too often'],
    [['--watch=soon'], 'not a length of time'],
    [['--watch', '--until', 'x y'], '--until: syntax error'],
    [['--until', 'true'], '--watch'],
    [['--watch', '--dry-run'], '--dry-run'],
  ])('refuses %j before anything is sent', async (flags, problem) => {
    const world = await fixture()
    const {exitCode, stderr} = await world.run(['lists', 'all', ...flags])
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(problem)])
    expect(world.server.seen).toEqual([])
  })

  test('is for what only reads', async () => {
    const world = await fixture()
    expect((await world.run(['replies', 'pending', '--name', 'One', '--watch'])).stderr).toContain('Unknown flag')
  })

  test.each(['login', 'murano login', 'identities login'])(
    'is not for %s, which would log in again and again',
    async (name) => {
      const {world} = await servedSandbox()
      expect((await world.run([...name.split(' '), '--watch'])).stderr).toContain('Unknown flag')
    },
  )

  test('outlives its token', async () => {
    const {sandbox, world} = await servedSandbox()
    const number = '+19412340001'
    const running = world.run(['numbers', 'get', number, '--watch', '500ms', '--until', '.reference_id == "desk"'])
    const child = running as unknown as {stdout: NodeJS.ReadableStream}
    await new Promise((resolve) => child.stdout.once('data', resolve))
    sandbox.clock.advance(7 * 86_400_000)
    sandbox.store.numbers.update(number, {reference_id: 'desk'})
    const {exitCode, stdout} = await running
    expect(exitCode).toBe(0)
    expect(stdout).toContain(seededAccess.userUuid)
  })
})
