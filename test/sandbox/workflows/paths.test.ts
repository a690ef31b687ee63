import {describe, expect, test} from 'vitest'
import {resolved, valueAt, withValue} from '../../../src/sandbox/workflows/paths.ts'
import {compareVersions} from '../../../src/sandbox/workflows/versions.ts'

const data = {order: {total: 7, lines: [{sku: 'A'}, {sku: 'B'}]}, 'x-y': 1}

describe('a path', () => {
  test.each([
    ['$order.total', 7],
    ['^order.total', 7],
    ['order.total', 7],
    ['$.order.lines[1].sku', 'B'],
    ['$x-y', 1],
    ['$', data],
    ['', data],
    ['$order.none', undefined],
    ['$order.total.more', undefined],
    ['$constructor', undefined],
  ])('%s leads to what is there', (path, value) => {
    expect(valueAt(data, path)).toEqual(value)
  })

  test('is replaced in values however deep; other text stays, and null stands for nothing', () => {
    expect(resolved({a: '^order.total', b: ['$x-y', 'plain', '$5.00'], c: {d: '$none'}, e: 3}, data)).toEqual({
      ...{a: 7, b: [1, 'plain', '$5.00'], c: {d: null}, e: 3},
    })
    expect(resolved('^', data)).toEqual(data)
  })

  test('takes a value, in a copy, with objects on the way', () => {
    const changed = withValue(data, '$order.paid.at', 'noon')
    expect(changed).toEqual({...data, order: {...data.order, paid: {at: 'noon'}}})
    expect(data.order).not.toHaveProperty('paid')
    expect(withValue({a: 1}, 'a.b', 2)).toEqual({a: {b: 2}})
  })
})

test('versions are ordered as numbers, and what is before a release is older', () => {
  const versions = ['1.10.0', '1.2.0', '2.0.0', '2.0.0-rc.1', '1.2.0-beta', '2.0.0-rc.10', '2.0.0-rc.2']
  expect(versions.sort(compareVersions)).toEqual([
    ...['1.2.0-beta', '1.2.0', '1.10.0', '2.0.0-rc.1', '2.0.0-rc.2', '2.0.0-rc.10', '2.0.0'],
  ])
})
