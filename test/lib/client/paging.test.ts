import {describe, expect, test} from 'vitest'
import {pages, type FetchPage, type ListPage, type PagesOptions} from '../../../src/lib/client/paging.ts'
import {clientOf, get, json, serve} from './support.ts'

const numbers = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, index) => from + index)

/** A list of the numbers from 0 to `total`, its page function, and what it was asked for. */
function list(total: number, page: (offset: number, limit: number) => Partial<ListPage> = () => ({})) {
  const asked: [number, number][] = []
  const fetchPage: FetchPage = async (offset, limit) => {
    asked.push([offset, limit])
    const items = numbers(offset, Math.min(total, offset + limit))
    return {items, metadata: {total, offset, count: items.length, limit}, ...page(offset, limit)}
  }
  return {asked, fetchPage}
}

async function read(fetchPage: FetchPage, options: PagesOptions = {}): Promise<unknown[]> {
  const rows: unknown[] = []
  for await (const row of pages(fetchPage, options)) rows.push(row)
  return rows
}

describe('a list', () => {
  test.each([
    [0, [[0, 100]]],
    [100, [[0, 100]]],
    [
      101,
      [
        [0, 100],
        [100, 1],
      ],
    ],
    [
      250,
      [
        [0, 100],
        [100, 100],
        [200, 50],
      ],
    ],
  ])('of %i rows is fetched whole, and no more', async (total, requests) => {
    const {fetchPage, asked} = list(total)
    expect(await read(fetchPage)).toEqual(numbers(0, total))
    expect(asked).toEqual(requests)
  })

  test.each([
    [0, []],
    [7, [[0, 7]]],
    [100, [[0, 100]]],
    [
      230,
      [
        [0, 100],
        [100, 100],
        [200, 30],
      ],
    ],
  ])('of which %i rows are wanted is asked for those', async (wanted, requests) => {
    const {fetchPage, asked} = list(100_000)
    expect(await read(fetchPage, {wanted})).toEqual(numbers(0, wanted))
    expect(asked).toEqual(requests)
  })

  test('begins at the offset', async () => {
    const {fetchPage, asked} = list(30)
    expect(await read(fetchPage, {startOffset: 5, pageSize: 10})).toEqual(numbers(5, 30))
    expect(asked).toEqual([
      [5, 10],
      [15, 10],
      [25, 5],
    ])
  })

  test('tells its total once, before the first row', async () => {
    const told: unknown[] = []
    for await (const row of pages(list(25).fetchPage, {
      pageSize: 10,
      wanted: 1,
      onTotal: (total) => told.push({total}),
    }))
      told.push(row)
    expect(told).toEqual([{total: 25}, 0])
  })
})

describe('a service that pages in its own way', () => {
  test('caps the page and says so', async () => {
    const {fetchPage, asked} = list(60, (offset, limit) => ({
      items: numbers(offset, Math.min(60, offset + Math.min(limit, 25))),
      metadata: {total: 60, limit: 25},
    }))
    expect(await read(fetchPage)).toEqual(numbers(0, 60))
    expect(asked).toEqual([
      [0, 100],
      [25, 25],
      [50, 10],
    ])
  })

  test('caps the page silently', async () => {
    const {fetchPage, asked} = list(60, (offset, limit) => ({
      items: numbers(offset, Math.min(60, offset + Math.min(limit, 25))),
    }))
    expect(await read(fetchPage)).toEqual(numbers(0, 60))
    expect(asked).toHaveLength(3)
  })

  test('sends short pages in the middle', async () => {
    const {fetchPage, asked} = list(50, (offset, limit) => ({
      items: numbers(offset, Math.min(50, offset + (offset === 20 ? 3 : limit))),
    }))
    expect(await read(fetchPage, {pageSize: 10})).toEqual(numbers(0, 50))
    expect(asked).toContainEqual([23, 7])
  })

  test('sends more than asked for', async () => {
    const {fetchPage} = list(50, (offset) => ({items: numbers(offset, 50)}))
    expect(await read(fetchPage, {pageSize: 10, wanted: 35})).toEqual(numbers(0, 35))
  })

  test.each([0, 1, 9999, -1])('counts wrongly (%i)', async (count) => {
    const {fetchPage, asked} = list(30, (_, limit) => ({metadata: {total: 30, offset: 0, count, limit}}))
    expect(await read(fetchPage, {pageSize: 10})).toEqual(numbers(0, 30))
    expect(asked).toHaveLength(3)
  })

  test('promises more rows than there are: an empty page ends it', async () => {
    const {fetchPage, asked} = list(30, () => ({metadata: {total: 1_000_000}}))
    expect(await read(fetchPage, {pageSize: 10, concurrency: 2})).toEqual(numbers(0, 30))
    expect(asked.length).toBeLessThanOrEqual(6)
  })

  test('gains rows while they are read', async () => {
    const {fetchPage} = list(40, (offset) => ({metadata: {total: offset === 0 ? 20 : 40}}))
    expect(await read(fetchPage, {pageSize: 10})).toEqual(numbers(0, 40))
  })

  test.each([
    ['no metadata', {metadata: undefined}],
    ['metadata without a total', {metadata: {count: 10}}],
  ])('sends %s: a page that is not full ends it', async (_, page) => {
    const {fetchPage, asked} = list(45, () => page)
    expect(await read(fetchPage, {pageSize: 10})).toEqual(numbers(0, 45))
    expect(asked.map(([offset]) => offset)).toEqual([0, 10, 20, 30, 40])
    expect(await read(fetchPage, {pageSize: 10, wanted: 25})).toEqual(numbers(0, 25))
  })

  test('sends neither a total nor another page: its rows are not repeated', async () => {
    const fetchPage: FetchPage = async () => ({items: numbers(0, 10)})
    expect(await read(fetchPage, {pageSize: 10})).toEqual(numbers(0, 10))
  })
})

describe('pages under way', () => {
  /** Pages that arrive when they are let go, so that each order can be had. */
  function held(total: number) {
    const waiting: {offset: number; arrive: () => void}[] = []
    const fetchPage: FetchPage = async (offset, limit) => {
      if (offset > 0) await new Promise<void>((resolve) => waiting.push({offset, arrive: resolve}))
      return {items: numbers(offset, Math.min(total, offset + limit)), metadata: {total}}
    }
    return {waiting, fetchPage}
  }

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  test('are bounded, and their rows come in order', async () => {
    const {waiting, fetchPage} = held(100)
    const rows = pages(fetchPage, {pageSize: 10, concurrency: 3})
    const got: unknown[] = []
    for (let nth = 0; nth < 10; nth++) got.push((await rows.next()).value)
    const rest = (async () => {
      for await (const row of rows) got.push(row)
    })()
    await turn()
    expect(waiting.map(({offset}) => offset)).toEqual([10, 20, 30])
    // The later pages arrive first: they wait, and no others are asked for.
    waiting[2]?.arrive()
    waiting[1]?.arrive()
    await turn()
    expect(waiting).toHaveLength(3)
    expect(got).toHaveLength(10)
    waiting[0]?.arrive()
    await turn()
    expect(got).toEqual(numbers(0, 40))
    expect(waiting.map(({offset}) => offset)).toEqual([10, 20, 30, 40, 50, 60])
    for (let nth = 3; nth < 9; nth++) {
      waiting[nth]?.arrive()
      await turn()
    }
    await rest
    expect(got).toEqual(numbers(0, 100))
  })

  test('are not asked for before somebody reads on', async () => {
    const {waiting, fetchPage} = held(100)
    const rows = pages(fetchPage, {pageSize: 10})
    for (let nth = 0; nth < 10; nth++) await rows.next()
    await turn()
    expect(waiting).toHaveLength(0)
    await rows.return()
  })

  test('that fail early are reported in their turn, after the rows before them', async () => {
    const fetchPage: FetchPage = async (offset, limit) => {
      if (offset === 20) throw new Error('page 3')
      await turn()
      return {items: numbers(offset, offset + limit), metadata: {total: 50}}
    }
    const got: unknown[] = []
    const reading = async (): Promise<void> => {
      for await (const row of pages(fetchPage, {pageSize: 10})) got.push(row)
    }
    await expect(reading()).rejects.toThrow('page 3')
    expect(got).toEqual(numbers(0, 20))
  })

  test('use as many connections', async () => {
    let current = 0
    let most = 0
    const server = await serve((response, {url}) => {
      most = Math.max(most, ++current)
      const query = new URL(url, 'http://x').searchParams
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))]
      setImmediate(() => {
        current--
        json(response, 200, {items: numbers(offset, offset + limit), metadata: {total: 2000}})
      })
    })
    const client = clientOf(server.url)
    const fetchPage: FetchPage = async (offset, limit) => {
      const {body} = await client.send({
        ...get,
        query: [
          ['offset', String(offset)],
          ['limit', String(limit)],
        ],
      })
      return body as unknown as ListPage
    }
    expect(await read(fetchPage)).toEqual(numbers(0, 2000))
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(6)
    expect(server.connections).toBeLessThanOrEqual(7)
  })
})
