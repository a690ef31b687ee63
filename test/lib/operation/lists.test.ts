import {describe, expect, it} from 'vitest'
import {json} from '../client/support.ts'
import {fixture, pathOf, queryOf, thingsPage, type Fixture} from './program.ts'

/** A list of `total` things, in pages by these names. */
function things(total: number, names?: {offset: string; limit: string}): Promise<Fixture> {
  return fixture((response, seen) => json(response, 200, thingsPage(seen, total, names)))
}

/** The pages that were asked for, in their order. */
function pagesOf({server}: Fixture, offset = 'offset', limit = 'limit'): string[] {
  return server.seen
    .map(({url}) => new URL(url, 'http://host').searchParams)
    .map((query) => `${query.get(offset)}+${query.get(limit)}`)
    .sort((a, b) => Number(a.split('+')[0]) - Number(b.split('+')[0]))
}

const ids = (stdout: string) => (JSON.parse(stdout) as {id: string}[]).map(({id}) => id)

describe('paging', () => {
  it('asks once for what fits, with fixed values, defaults and filters', async () => {
    const world = await things(1234)
    const filters = ['--filter', 'status=Active & well', '--filter', 'name=a=b']
    const {stdout, exitCode} = await world.run(['lists', 'all', ...filters, '-o', 'json'])
    expect(exitCode).toBe(0)
    expect(ids(stdout)).toHaveLength(50)
    expect(world.server.seen.map(queryOf)).toEqual([
      ['sort=name', 'type=Customer', 'status=Active & well', 'name=a=b', 'offset=0', 'limit=50'],
    ])
  })

  it('takes --limit and --offset, in pages of at most 100', async () => {
    const world = await things(1234)
    const {stdout} = await world.run(['lists', 'all', '--limit', '250', '--offset', '1000', '-o', 'json'])
    expect(pagesOf(world)).toEqual(['1000+100', '1100+100', '1200+34'])
    expect(ids(stdout)).toEqual(Array.from({length: 234}, (_, at) => `T${1000 + at}`))
  })

  it('fetches all with --all, and to select or sort here', async () => {
    const world = await things(230)
    const every = ['0+100', '100+100', '200+30']
    const all = await world.run(['lists', 'all', '--all', '-o', 'json'])
    expect(ids(all.stdout)).toHaveLength(230)
    expect(pagesOf(world)).toEqual(every)
    world.server.seen.length = 0
    const found = await world.run(['lists', 'all', '--where', 'name=thing 229', '--limit', '5', '-o', 'json'])
    expect(ids(found.stdout)).toEqual(['T229'])
    expect(pagesOf(world)).toEqual(every)
    world.server.seen.length = 0
    const sorted = await world.run(['lists', 'all', '--sort-by', '-id', '--limit', '2', '-o', 'id'])
    expect(sorted.stdout).toBe('T229\nT228')
    expect(pagesOf(world)).toEqual(every)
  })

  it('fetches all to keep the rows that have a value which is not sent', async () => {
    const world = await things(230)
    const {stdout} = await world.run(['lists', 'all', '--owner', 'thing 229', '--limit', '5', '-o', 'json'])
    expect(ids(stdout)).toEqual(['T229'])
    expect(pagesOf(world)).toEqual(['0+100', '100+100', '200+30'])
    expect(world.server.seen.map(({url}) => url).join()).not.toContain('owner')
  })

  it('tells a terminal how many more there are', async () => {
    const {start} = await things(1234)
    const session = start(['lists', 'all', '--limit', '2'])
    await session.shows('Showing 2 of 1,234 things.')
    expect(await session.exit).toBe(0)
  })

  it('takes other names for the page, and more rows unless said', async () => {
    const world = await things(300, {offset: 'skip', limit: 'limit'})
    const {stdout} = await world.run(['lists', 'skip', '-o', 'json'])
    expect(ids(stdout)).toHaveLength(100)
    expect(pagesOf(world, 'skip')).toEqual(['0+100'])
  })

  it('gets the first rows or all of them where there is no offset', async () => {
    const world = await things(150, {offset: '', limit: 'max'})
    const few = await world.run(['lists', 'latest', '--limit', '7', '-o', 'json'])
    expect(ids(few.stdout)).toHaveLength(7)
    const all = await world.run(['lists', 'latest', '--all', '-o', 'json'])
    expect(ids(all.stdout)).toHaveLength(150)
    expect(world.server.seen.map(queryOf)).toEqual([['max=7'], ['max=100'], ['max=150']])
  })

  it('refuses --offset where there is none', async () => {
    const {server, run} = await things(3)
    expect((await run(['lists', 'latest', '--offset', '5'])).exitCode).toBe(2)
    expect(server.seen).toEqual([])
  })

  it('finds rows inside an object, with or without metadata', async () => {
    const world = await fixture((response, seen, nth) => {
      const page = thingsPage(seen, 120, {offset: 'rows.offset', limit: 'rows.limit'})
      json(response, 200, {uuid: 'R', rows: nth > 2 ? page.items : page})
    })
    const {stdout} = await world.run(['lists', 'rows', 'R', '--all', '-o', 'json'])
    expect(ids(stdout)).toHaveLength(120)
    expect(pagesOf(world, 'rows.offset', 'rows.limit')).toEqual(['0+100', '100+20'])
    expect(pathOf(world.server.seen[0])).toBe('/instance/R/')
    const bare = await world.run(['lists', 'rows', 'R', '-o', 'json'])
    expect(ids(bare.stdout)).toHaveLength(50)
  })
})

describe('lists in one reply', () => {
  it('shows all plain values, without asking for a page', async () => {
    const world = await fixture((response) => json(response, 200, ['FL', 'GA', 'NY']))
    const all = await world.run(['lists', 'at-once'])
    expect(all.stdout).toBe('FL\nGA\nNY')
    expect(world.server.seen[0]?.url).toBe('/api/states')
    expect((await world.run(['lists', 'at-once', '--limit', '2', '-o', 'id'])).stdout).toBe('FL\nGA')
  })

  it('prints an empty list as one document', async () => {
    const world = await fixture((response) => json(response, 200, {items: [], metadata: {total: 0}}))
    const [asJson, asTable] = await Promise.all([
      world.run(['lists', 'at-once', '-o', 'json']),
      world.run(['lists', 'all']),
    ])
    expect(asJson).toMatchObject({exitCode: 0, stdout: '[]', stderr: ''})
    expect(asTable).toMatchObject({exitCode: 0, stdout: '', stderr: 'No things found.'})
  })
})
