import {describe, expect, test} from 'vitest'
import {calling} from './murano-call.ts'

const start = Date.UTC(2026, 0, 1) / 1000

/** Two rooms, a value each minute for four minutes; the clock stands still. */
async function rooms() {
  const caller = await calling('tsdb')
  caller.sandbox.clock.stop()
  for (let minute = 0; minute < 4; minute++) {
    const ts = `${start + minute * 60}s`
    const cold = {metrics: {celsius: 2 + minute, door: 'closed'}, tags: {room: 'cold', floor: 1}, ts}
    expect((await caller.call('write', cold)).status).toBe(204)
    await caller.result('write', {
      metrics: {celsius: 20 + minute},
      tags: {room: 'lab'},
      ts: (start + minute * 60 + 1) * 1e6,
    })
  }
  const values = async (given: object) =>
    ((await caller.result('query', {metrics: ['celsius'], epoch: 's', ...given})) as {values: unknown}).values
  return {...caller, values}
}

describe('a query of tsdb', () => {
  test('gives a row for each moment, newest first, with a column for each metric', async () => {
    const {result, values} = await rooms()
    expect(await result('query', {metrics: ['celsius', 'door'], tags: {room: 'cold'}, limit: 2})).toEqual({
      metrics: ['celsius', 'door'],
      columns: ['time', 'celsius', 'door'],
      values: [
        ['2026-01-01T00:03:00.000Z', 5, 'closed'],
        ['2026-01-01T00:02:00.000Z', 4, 'closed'],
      ],
    })
    expect(await values({tags: {room: ['cold', 'lab']}, order_by: 'asc', limit: 2})).toEqual([
      [start, 2],
      [start + 1, 20],
    ])
    expect(await values({tags: {room: 'lab', floor: '1'}})).toEqual([])
  })

  test('is bounded by moments, and by times counted from now', async () => {
    const {sandbox, values} = await rooms()
    const lab = {tags: {room: 'lab'}}
    expect(await values({...lab, start_time: `${start + 60}s`, end_time: '2026-01-01T00:02:01Z'})).toEqual([
      [start + 121, 22],
      [start + 61, 21],
    ])
    const ago = Math.floor(sandbox.clock.now() / 1000) - start
    expect(await values({...lab, relative_start: `-${ago - 100}s`, relative_end: `-${ago - 150}s`})).toEqual([
      [start + 121, 22],
    ])
  })

  test('takes values together, and fills what has none', async () => {
    const {values} = await rooms()
    const sampled = {tags: {room: 'cold'}, sampling_size: '90s', order_by: 'asc'}
    expect(await values(sampled)).toEqual([
      [start, 3],
      [start + 90, 4],
      [start + 180, 5],
    ])
    expect(await values({...sampled, aggregate: ['avg', 'count']})).toEqual([
      [start, {avg: 2.5, count: 2}],
      [start + 90, {avg: 4, count: 1}],
      [start + 180, {avg: 5, count: 1}],
    ])
    const half = {...sampled, sampling_size: '30s', end_time: `${start + 60}s`}
    expect(await values(half)).toEqual([
      [start, 2],
      [start + 30, null],
      [start + 60, 3],
    ])
    expect(await values({...half, fill: 'previous'})).toEqual([
      [start, 2],
      [start + 30, 2],
      [start + 60, 3],
    ])
    expect(await values({...half, fill: 'none'})).toEqual([
      [start, 2],
      [start + 60, 3],
    ])
    expect(await values({...half, fill: '~s:none'})).toContainEqual([start + 30, 'none'])
    expect(await values({...half, fill: -1})).toContainEqual([start + 30, -1])
  })

  test('aggregates all of it without samples, and splits by tags', async () => {
    const {values} = await rooms()
    expect(await values({aggregate: ['min', 'max', 'sum'], tags: {room: 'lab'}})).toEqual({
      celsius: {min: 20, max: 23, sum: 86},
    })
    expect(await values({mode: 'split', limit: 1})).toMatchObject([
      {tags: {room: 'cold', floor: '1'}, values: [[start + 180, 5]]},
      {tags: {room: 'lab'}, values: [[start + 181, 23]]},
    ])
  })

  test('is refused for what it cannot be, as is a write', async () => {
    const {call} = await rooms()
    const refusals: [operation: string, given: object, message: string][] = [
      ['query', {}, 'metrics is missing'],
      ['query', {metrics: ['celsius'], start_time: 'soon'}, 'start_time is “soon”'],
      ['query', {metrics: ['celsius'], start_time: 10, end_time: 5}, 'before it begins'],
      ['query', {metrics: ['celsius'], sampling_size: '5 minutes'}, 'sampling_size'],
      ['query', {metrics: ['celsius'], sampling_size: '1u'}, 'larger sampling_size'],
      ['query', {metrics: ['celsius'], fill: 'zero'}, 'fill is “zero”'],
      ['query', {metrics: ['celsius'], aggregate: ['median']}, 'must be one of'],
      ['query', {metrics: ['door'], aggregate: ['avg']}, 'avg takes numbers'],
      ['write', {metrics: {}}, 'no metric'],
      ['write', {metrics: {a: [1]}}, 'metrics.a must be'],
      ['write', {metrics: {a: 1}, ts: 'soon'}, 'ts is “soon”'],
    ]
    for (const [operation, given, message] of refusals) {
      const reply = await call(operation, given)
      expect(reply.status, message).toBe(400)
      expect(reply.json()).toEqual({type: 'BadRequest', error: expect.stringContaining(message) as string, status: 400})
    }
  })
})

test('tags and metrics are listed page by page; a value of the same moment and tags takes the place of the other', async () => {
  const {result, values} = await rooms()
  expect(await result('listTags')).toEqual({tags: {floor: ['1'], room: ['cold', 'lab']}})
  expect(await result('listMetrics')).toEqual({metrics: ['celsius', 'door']})
  expect(await result('listMetrics', {limit: 1})).toEqual({metrics: ['celsius'], next: 'celsius'})
  expect(await result('listMetrics', {limit: 1, next: 'celsius'})).toEqual({metrics: ['door']})
  await result('write', {metrics: {celsius: 99}, tags: {floor: 1, room: 'cold'}, ts: `${start}s`})
  expect(await values({tags: {room: 'cold'}, order_by: 'asc', limit: 1})).toEqual([[start, 99]])
})
