import {expect, test} from 'vitest'
import {collect} from '../../../src/lib/collect.ts'
import {cursorPages} from '../../../src/lib/client/cursor-pages.ts'

/** A service that has rows with these times, latest first, and its pages. */
function serviceOf(times: readonly number[]) {
  const rows = times.map((at, index) => ({name: `row ${index}`, at}))
  const asked: number[] = []
  const fetchPage = async (limit: number, before: number | undefined) => {
    asked.push(limit)
    const rest = rows.filter(({at}) => before === undefined || at < before)
    return {items: rest.slice(0, limit), more: rest.length > limit}
  }
  const list = (wanted?: number) => collect(cursorPages(fetchPage, {field: 'at', id: 'name', pageSize: 3, wanted}))
  return {rows, asked, list}
}

test('rows of the same time are listed once each, wherever pages end', async () => {
  const {rows, list} = serviceOf([9, 8, 8, 8, 7, 5, 5, 1])
  expect(await list()).toEqual(rows)
})

test('more rows of one time than a page has are fetched with larger pages', async () => {
  const {rows, asked, list} = serviceOf([9, ...Array<number>(20).fill(8), 7])
  expect(await list()).toEqual(rows)
  expect(Math.max(...asked)).toBeGreaterThan(20)
})

test('no more is asked for than is wanted', async () => {
  const {rows, asked, list} = serviceOf([9, 8, 7, 6, 5])
  expect(await list(2)).toEqual(rows.slice(0, 2))
  expect(asked).toEqual([2])
})

test('a service that promises more and gives nothing to go on by is told, not asked for ever', async () => {
  const stuck = cursorPages(async () => ({items: [{name: 'a', at: 1}], more: true}), {
    ...{field: 'at', id: 'name', pageSize: 3, wanted: undefined},
  })
  await expect(collect(stuck)).rejects.toThrow('gives nothing new')
  const timeless = cursorPages(async () => ({items: [{name: 'a'}], more: true}), {
    ...{field: 'at', id: 'name', pageSize: 3, wanted: undefined},
  })
  await expect(collect(timeless)).rejects.toThrow('has no at')
})
