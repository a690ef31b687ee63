import {expect, test} from 'vitest'
import {linesOf} from '../../../src/lib/murano/time-chart.ts'
import {influxTable, tsdbTable} from '../../../src/lib/murano/time-rows.ts'
import {faultOf} from './fault-of.ts'

test('aggregates are columns of their own, with or without samples', () => {
  const values = [[1, {max: 5, avg: 4}, null]]
  expect(tsdbTable({columns: ['time', 'celsius', 'state'], values})).toEqual({
    columns: ['time', 'celsius.max', 'celsius.avg', 'state'],
    keys: [],
    rows: [{time: 1, 'celsius.max': 5, 'celsius.avg': 4, state: null}],
  })
  expect(tsdbTable({values: {celsius: {max: 5}}})).toEqual({
    columns: ['celsius.max'],
    keys: [],
    rows: [{'celsius.max': 5}],
  })
})

test('a split result has the tags of each part beside its rows, and draws a line for each', () => {
  const part = (room: string, value: number) => ({
    columns: ['time', 'celsius'],
    values: [
      [2, value],
      [1, value],
    ],
    tags: {room},
  })
  const table = tsdbTable({values: [part('a', 4), part('b', 9)]})
  expect(table.columns).toEqual(['time', 'room', 'celsius'])
  expect(table.rows[2]).toEqual({time: 2, room: 'b', celsius: 9})
  expect(linesOf(table, 's')).toEqual([
    {
      name: 'celsius a',
      points: [
        [1000, 4],
        [2000, 4],
      ],
    },
    {
      name: 'celsius b',
      points: [
        [1000, 9],
        [2000, 9],
      ],
    },
  ])
})

test('series of InfluxDB are told apart by tags, and by name where there are several; text is not drawn', () => {
  const series = [
    {name: 'air', tags: {room: 'a'}, columns: ['time', 'mean'], values: [['2025-01-01T00:00:00Z', 1]]},
    {name: 'water', columns: ['time', 'state'], values: [['2025-01-01T00:00:00Z', 'on']]},
  ]
  const table = influxTable({results: [{series}, {}]})
  expect(table.columns).toEqual(['time', 'series', 'room', 'mean', 'state'])
  expect(table.rows).toMatchObject([
    {series: 'air', room: 'a', mean: 1},
    {series: 'water', state: 'on'},
  ])
  expect(linesOf(table, undefined)).toEqual([{name: 'mean air a', points: [[Date.UTC(2025, 0), 1]]}])
})

test('a statement that InfluxDB refuses, in a reply of 200, is a failure', () => {
  expect(faultOf(() => influxTable({results: [{}, {error: 'no such field'}]}))).toBe('no such field')
})
