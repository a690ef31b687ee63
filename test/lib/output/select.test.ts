import {describe, expect, it} from 'vitest'
import {chooseColumns, toColumns, valueAt} from '../../../src/lib/output/columns.ts'
import {parseSortKeys, sortRows} from '../../../src/lib/output/sort.ts'
import {matches, parseConditions} from '../../../src/lib/output/where.ts'

describe('columns', () => {
  const row = {uuid: '1', nested: {name: 'x', list: [{id: 7}]}, 'dotted.key': 'd', nothing: null}

  it('reach into rows by dotted paths', () => {
    expect(['nested.name', 'nested.list.0.id', 'dotted.key', 'nothing', 'constructor', 'uuid.length'].map((path) => valueAt(row, path))).toEqual([
      'x', 7, 'd', null, undefined, undefined,
    ]) // prettier-ignore
  })

  it('are the declared ones, those asked for, or else all fields', () => {
    const declared = toColumns(['uuid', {path: 'nested.name', header: 'LABEL'}])
    const paths = (wanted: string[] | undefined, from = declared) =>
      chooseColumns(wanted, from, row).map(({path}) => path)
    expect(paths(undefined)).toEqual(['uuid', 'nested.name'])
    expect(paths(['nested.list', 'uuid'])).toEqual(['nested.list', 'uuid'])
    expect(paths(undefined, [])).toEqual(['uuid', 'nested', 'dotted.key', 'nothing'])
    expect(chooseColumns(['nested.name'], declared, row)[0]?.header).toBe('LABEL')
  })

  it('that are unknown name the near ones', () => {
    expect(() => chooseColumns(['nested.nam'], toColumns(['uuid']), row)).toThrow(
      'There is no column “nested.nam”. Did you mean nested.name',
    )
    expect(() => chooseColumns(['uid'], toColumns(['uuid']), {})).toThrow('Did you mean uuid?')
  })

  it('cannot be called unknown before there is a row', () => {
    expect(chooseColumns(['anything'], toColumns(['uuid']), undefined)).toMatchObject([{path: 'anything'}])
  })
})

describe('--where', () => {
  const item = {status: 'Active', tags: [{level: 3}], meta: {status: null, on: true}}

  it.each([
    ['status=Active', true],
    ['status=active', false],
    ['level=3', true],
    ['status=null', true],
    ['on=true', true],
    ['absent=', false],
  ])('%s: %s', (condition, holds) => {
    expect(matches(item, parseConditions([condition]))).toBe(holds)
  })

  it('needs all of several to hold, and keeps = in a value', () => {
    expect(matches(item, parseConditions(['status=Active', 'level=4']))).toBe(false)
    expect(parseConditions(['a=b=c'])).toEqual([{key: 'a', value: 'b=c'}])
  })

  it('must be KEY=VALUE', () => {
    expect(() => parseConditions(['status'])).toThrow('“status” is not KEY=VALUE')
  })
})

describe('--sort-by', () => {
  const sorted = (keys: string[], values: unknown[]) =>
    sortRows(values.map((value) => ({value})), parseSortKeys(keys)).map((row) => row.value) // prettier-ignore

  it('puts numbers before texts, texts in natural order, and missing values last in either direction', () => {
    expect(sorted(['value'], ['b', null, 10, 'a10', 'a2', 9])).toEqual([9, 10, 'a2', 'a10', 'b', null])
    expect(sorted(['-value'], ['b', null, 10, 'a10', 'a2', 9])).toEqual(['b', 'a10', 'a2', 10, 9, null])
    expect(sorted(['value:desc'], [1, 2])).toEqual([2, 1])
  })

  it('goes on to the next key where the first is equal', () => {
    const rows = [{a: 1, b: 1}, {a: 1, b: 2}, {a: 0, b: 3}] // prettier-ignore
    expect(sortRows(rows, parseSortKeys(['a', '-b'])).map((row) => row.b)).toEqual([3, 2, 1])
  })

  it('refuses a direction that is none and a key that no row has', () => {
    expect(() => parseSortKeys(['name:up'])).toThrow('“name:up” is not KEY')
    expect(() => sortRows([{name: 1}], parseSortKeys(['nmae']))).toThrow('no row has “nmae”')
    expect(sortRows([], parseSortKeys(['name']))).toEqual([])
  })
})
