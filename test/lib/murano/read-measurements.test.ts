import {expect, test} from 'vitest'
import {readMeasurements} from '../../../src/lib/murano/read-measurements.ts'
import {faultOf} from './fault-of.ts'

const columns = {time: 'time', tags: ['room'], epoch: 's'} as const

test('columns are times, tags and metrics; numbers are such, empty cells nothing', () => {
  const text = 'time,room,celsius,state\n1700000000,1,4.50,on\n2023-11-14T22:13:21Z,,5,\n'
  expect(readMeasurements(text, 'a.csv', columns)).toEqual([
    {line: 2, metrics: {celsius: 4.5, state: 'on'}, tags: {room: '1'}, ts: 1_700_000_000_000_000},
    {line: 3, metrics: {celsius: 5}, tags: {}, ts: 1_700_000_001_000_000},
  ])
})

test.each([
  ['time,room,celsius\nsoon,1,4\n2,1,\n3,1,4\n', ['Line 2: “soon” is no time.', 'Line 3: there is no value.']],
  ['when,room,celsius\n1,1,4\n', ['has no column “time”']],
  ['time,rooms,celsius\n1,1,4\n', ['has no column “room”. Did you mean rooms?']],
  ['time,room,celsius\n', ['has no rows']],
  ['time,room,celsius\n1,"1,4\n', ['is not CSV']],
])('%j is refused: %j', (text, told) => {
  const fault = faultOf(() => readMeasurements(text, 'a.csv', columns))
  for (const part of told) expect(fault).toContain(part)
})
