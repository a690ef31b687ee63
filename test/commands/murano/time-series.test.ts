import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {SandboxWorld} from '../../support/sandbox-world.ts'

let world: SandboxWorld

beforeAll(() => {
  world = new SandboxWorld()
})

afterAll(() => world.dispose())

const sandpit = ['--solution', 'Sandpit']
const clinic = ['--solution', 'clinic-monitor']
const tsdb = (operation: string, ...args: string[]) => ['murano', 'tsdb', operation, ...args]

test('what a query gives as CSV is imported elsewhere, and gives the same there', async () => {
  const query = ['temperature', '--mode', 'split', '--order-by', 'asc', '-o', 'csv']
  const csv = await world.ok(...tsdb('query', ...query, ...sandpit))
  expect(csv.split('\n').slice(0, 2)).toEqual(['time,identity,temperature', '2025-01-20T00:00:00.000Z,fridge-01,4.1'])
  const imported = await world.run(tsdb('import', '-', '--tag-column', 'identity', '-o', 'json', ...clinic), {
    stdin: 'pipe',
    input: csv,
  })
  expect(JSON.parse(imported.stdout)).toEqual({rows: 24, written: 24, failed: []})
  expect(await world.ok(...tsdb('query', ...query, ...clinic))).toBe(csv)
})

test('a file with a row that is wrong is refused whole, by its line', async () => {
  writeFileSync(join(world.home, 'wrong.csv'), 'time,warmth\n2025-03-01T00:00:00Z,1\nlater,2\n')
  expect(await world.fails(2, ...tsdb('import', 'wrong.csv', ...clinic))).toContain('Line 3: “later” is no time.')
  expect(await world.ok(...tsdb('list-metrics', ...clinic))).not.toContain('warmth')
})

test('values are written with tags, and all metrics are queried where none is named', async () => {
  const written = ['bed=4', 'name=ward 7', '--tag', 'floor=1', '--ts', '1700000000s']
  await world.ok(...tsdb('write', ...written, ...sandpit))
  const rows = await world.json<object[]>(...tsdb('query', '--tag', 'floor=1', '--epoch', 's', ...sandpit))
  expect(rows).toEqual([{time: 1_700_000_000, bed: 4, name: 'ward 7', temperature: null}])
})

test('a chart is drawn of numbers, and not in a format', async () => {
  expect(await world.ok(...tsdb('query', 'temperature', '--chart', ...sandpit))).toMatch(/^temperature\n +▲\n +9\.4┤/)
  await world.fails(2, ...tsdb('query', 'temperature', '--chart', '-o', 'csv', ...sandpit))
  expect(await world.ok(...tsdb('query', 'name', '--chart', ...sandpit))).toBe('')
})

test('points of the first generation are written, queried by series and drawn', async () => {
  const points = 'air,room=a celsius=20 1700000000000000000\nair,room=b celsius=22 1700000060000000000'
  const write = ['murano', 'timeseries', 'write', '-', ...clinic]
  expect((await world.run(write, {stdin: 'pipe', input: points})).exitCode).toBe(0)
  const query = ['murano', 'timeseries', 'query', 'SELECT celsius FROM air GROUP BY room', '--epoch', 's', ...clinic]
  expect(await world.ok(...query, '-o', 'csv')).toBe('time,room,celsius\n1700000000,a,20\n1700000060,b,22')
  expect(await world.ok(...query, '--chart')).toContain('celsius b\n')
  expect(await world.ok('murano', 'timeseries', 'command', 'SHOW MEASUREMENTS', ...clinic)).toContain('air')
})

test('a solution without metrics has no rows', async () => {
  const own = new SandboxWorld()
  onTestFinished(() => own.dispose())
  expect(await own.json(...tsdb('query', ...clinic))).toEqual([])
})
