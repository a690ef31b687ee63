import {expect, test} from 'vitest'
import {drawChart} from '../../../src/lib/output/chart.ts'
import {fakeTerminal} from './fake-terminal.ts'

const hour = 3_600_000
const line = (name: string, values: number[]) => ({
  name,
  points: values.map((value, at): [number, number] => [at * hour, value]),
})

test('a chart has its name, values and times beside it, and fits', async () => {
  const drawn = await drawChart([line('celsius', [4, 9.123456, 4])], fakeTerminal().terminal)
  expect(drawn).toMatch(/^celsius\n/)
  expect(drawn).toMatch(/9\.123┤.*[┏━┓]/)
  expect(drawn).toContain('01-01 00:00')
  expect(drawn).toContain('01-01 02:00')
  expect(Math.max(...drawn.split('\n').map((text) => text.length))).toBeLessThanOrEqual(80)
})

test('lines share a chart where colours tell them apart, and have one each where there are none', async () => {
  const lines = [line('a', [1, 2]), line('b', [3, 4])]
  const plain = await drawChart(lines, fakeTerminal().terminal)
  expect(plain.match(/▲/g)).toHaveLength(2)
  const coloured = await drawChart(lines, fakeTerminal({columns: 80, environment: {FORCE_COLOR: '1'}}).terminal)
  expect(coloured.match(/▲/g)).toHaveLength(1)
  expect(coloured).toContain('\u001b[36ma\u001b[39m')
})

test.each([
  ['one point', [4]],
  ['values that are all the same', [4, 4, 4]],
  ['more points than columns', Array.from({length: 5000}, (_, at) => at % 7)],
])('%s can be drawn', async (_, values) => {
  const drawn = await drawChart([line('celsius', values)], fakeTerminal().terminal)
  expect(Math.max(...drawn.split('\n').map((text) => text.length))).toBeLessThanOrEqual(80)
  expect(drawn).toContain('┤')
})
