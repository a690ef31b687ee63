import {describe, expect, test} from 'vitest'
import {calling} from './murano-call.ts'

const start = Date.UTC(2026, 0, 1) * 1e6

/** Two rooms, a value each ten minutes for half an hour; an hour after the last the clock stands still. */
async function rooms() {
  const caller = await calling('timeseries')
  const {sandbox, call, result} = caller
  sandbox.clock.stop()
  const lines = [0, 10, 20, 30].flatMap((minute, index) => [
    `room,name=cold\\ store,floor=1 celsius=${2 + index},door="closed" ${start + minute * 60e9}`,
    `room,name=lab celsius=${20 + index} ${start + minute * 60e9}`,
  ])
  expect((await call('write', {query: ['# two rooms', ...lines, ''].join('\n')})).status).toBe(204)
  return {
    ...caller,
    series: async (q: string, epoch?: string) => {
      const {results} = (await result('query', {q, ...(epoch && {epoch})})) as {results: {series?: unknown[]}[]}
      return results.flatMap(({series = []}) => series)
    },
  }
}

const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`

describe('queries of time series', () => {
  test('select fields and tags, by conditions, in order and part by part', async () => {
    const {series} = await rooms()
    expect(await series("SELECT celsius, floor FROM room WHERE name = 'cold store' AND celsius >= 3 LIMIT 2")).toEqual([
      {
        name: 'room',
        columns: ['time', 'celsius', 'floor'],
        values: [
          [at(10), 3, '1'],
          [at(20), 4, '1'],
        ],
      },
    ])
    expect(await series('select * from "room" where floor != \'1\' order by time desc limit 1 offset 1')).toEqual([
      {name: 'room', columns: ['time', 'celsius', 'name'], values: [[at(20), 22, 'lab']]},
    ])
    expect(
      await series('SELECT celsius FROM room WHERE name =~ /^la/ AND (celsius < 21 OR celsius > 22)', 's'),
    ).toEqual([
      {
        name: 'room',
        columns: ['time', 'celsius'],
        values: [
          [start / 1e9, 20],
          [start / 1e9 + 1800, 23],
        ],
      },
    ])
    expect(await series("SELECT celsius FROM /^ro/ WHERE door = 'open'")).toEqual([])
    expect(await series('SELECT nothing FROM room')).toEqual([])
  })

  test('take time as text, as a number and counted from now', async () => {
    const {sandbox, series} = await rooms()
    const count = async (condition: string) =>
      ((await series(`SELECT count(celsius) FROM room WHERE ${condition}`)) as {values: number[][]}[])[0]
        ?.values[0]?.[1]
    expect(await count("time >= '2026-01-01T00:10:00Z' AND time < '2026-01-01 00:20:00'")).toBe(2)
    expect(await count(`time > ${start}`)).toBe(6)
    expect(await count("time <= '2026-01-01' + 10m")).toBe(4)
    const ago = Math.floor(sandbox.clock.now() / 60_000) - start / 60e9 - 15
    expect(await count(`time > now() - ${ago}m`)).toBe(4)
  })

  test('aggregate, group by time and tags, and fill', async () => {
    const {series} = await rooms()
    expect(
      await series('SELECT mean(celsius) AS m, max(celsius), percentile(celsius, 50) FROM room GROUP BY name'),
    ).toEqual([
      {
        name: 'room',
        tags: {name: 'cold store'},
        columns: ['time', 'm', 'max', 'percentile'],
        values: [['1970-01-01T00:00:00Z', 3.5, 5, 3]],
      },
      {
        name: 'room',
        tags: {name: 'lab'},
        columns: ['time', 'm', 'max', 'percentile'],
        values: [['1970-01-01T00:00:00Z', 21.5, 23, 21]],
      },
    ])
    const quarter = "WHERE name = 'lab' AND time >= '2026-01-01' AND time < '2026-01-01T00:25:00Z' GROUP BY time(5m)"
    const values = async (rest: string) =>
      (
        (await series(`SELECT sum(celsius) FROM room ${quarter} ${rest}`, 's')) as {values: [number, unknown][]}[]
      )[0]?.values.map(([, value]) => value)
    expect(await values('')).toEqual([20, null, 21, null, 22, null])
    expect(await values('fill(previous)')).toEqual([20, 20, 21, 21, 22, 22])
    expect(await values('fill(none) ORDER BY time DESC')).toEqual([22, 21, 20])
    expect(await values('fill(-1) LIMIT 2')).toEqual([20, -1])
    expect(
      await series("SELECT first(*), last(door), count(celsius), spread(celsius) FROM room WHERE floor = '1'"),
    ).toMatchObject([
      {
        columns: ['time', 'first_celsius', 'first_door', 'last', 'count', 'spread'],
        values: [[expect.anything(), 2, 'closed', 'closed', 4, 3]],
      },
    ])
  })

  test('show what there is, and delete and drop it', async () => {
    const {series} = await rooms()
    const values = async (q: string) => ((await series(q)) as {values: unknown[]}[])[0]?.values
    expect(await values('SHOW MEASUREMENTS')).toEqual([['room']])
    expect(await values('SHOW TAG KEYS FROM room')).toEqual([['floor'], ['name']])
    expect(await values('SHOW TAG VALUES FROM room WITH KEY = name')).toEqual([
      ['name', 'cold store'],
      ['name', 'lab'],
    ])
    expect(await values('SHOW FIELD KEYS')).toEqual([
      ['celsius', 'float'],
      ['door', 'string'],
    ])
    expect(await values('SHOW SERIES LIMIT 1')).toEqual([['room,floor=1,name=cold store']])
    expect(await series("DELETE FROM room WHERE name = 'lab'; SHOW SERIES")).toHaveLength(1)
    expect(await values('SELECT count(celsius) FROM room')).toEqual([['1970-01-01T00:00:00Z', 4]])
    await series('DROP MEASUREMENT room')
    expect(await series('SHOW MEASUREMENTS')).toEqual([])
  })

  test('are refused where they are none, in the words of the service', async () => {
    const {call} = await rooms()
    const queries: [query: string, message: string][] = [
      ['SELECT', 'expected a field'],
      ['SELECT celsius', 'expected FROM'],
      ['SELECT celsius FROM room WHERE', 'expected a tag'],
      ['SELECT celsius FROM room LIMIT many', 'expected a number'],
      ['SELECT celsius FROM room; nonsense', 'expected SELECT'],
      ['SELECT celsius, max(celsius) FROM room', 'mixing'],
      ['SELECT nothing(celsius) FROM room', 'undefined function'],
      ['SELECT mean(door) FROM room', 'numbers only'],
      ["SELECT celsius FROM room WHERE time > 'soon'", 'not a time'],
      ['SELECT celsius FROM room WHERE name =~ /(/', 'not a pattern'],
      ['SELECT # FROM room', 'not understood'],
    ]
    for (const [q, message] of queries) {
      const reply = await call('query', {q})
      expect(reply.status, q).toBe(400)
      expect(reply.json()).toEqual({message: expect.stringContaining(message) as string, status_code: '400'})
    }
    expect((await call('query', {q: 'SHOW SERIES', epoch: 'years'})).status).toBe(400)
  })
})

describe('points', () => {
  test('of the same time and tags are one, with the fields of both; without a time they are of now', async () => {
    const {sandbox, series, call} = await rooms()
    await call('write', {query: `pump a=1i,on=t ${start}`})
    await call('write', {query: `pump b=-2.5e1,text="say \\"hi\\", now" ${start}\npump c=0`})
    expect(await series('SELECT * FROM pump', 'ms')).toEqual([
      {
        name: 'pump',
        columns: ['time', 'a', 'b', 'c', 'on', 'text'],
        values: [
          [start / 1e6, 1, -25, null, true, 'say "hi", now'],
          [sandbox.clock.now(), null, null, 0, null, null],
        ],
      },
    ])
  })

  test('are refused as a whole when a line is wrong', async () => {
    const {call, series} = await rooms()
    const lines: [line: string, message: string][] = [
      ['pump', 'no fields'],
      ['pump a=', 'not a name with a value'],
      ['pump a=b', 'not the value of a field'],
      ['pump a=1 soon', 'not a time'],
      ['pump a=1 1 1', 'after the time'],
      [',x=1 a=1', 'no measurement'],
    ]
    for (const [line, message] of lines) {
      const reply = await call('write', {query: `pump a=1\n${line}`})
      expect(reply.status, line).toBe(400)
      expect(reply.json()).toEqual({message: expect.stringContaining(`line 2: `) as string, status_code: '400'})
      expect(reply.text).toContain(message)
    }
    expect((await call('write', {query: '\n'})).status).toBe(400)
    expect(await series('SELECT * FROM pump')).toEqual([])
  })
})
