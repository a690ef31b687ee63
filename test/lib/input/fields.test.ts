import {describe, expect, it} from 'vitest'
import {type JsonObject} from '../../../src/lib/client/wire.ts'
import {setField, splitField, typedField} from '../../../src/lib/input/fields.ts'

function built(...fields: [path: string, value: string][]): JsonObject {
  const body: JsonObject = {}
  for (const [path, value] of fields) setField(body, path, value)
  return body
}

describe('setting fields', () => {
  it('makes the objects and lists on the way', () => {
    expect(built(['a.b[0].c', 'x'], ['a.b[0].d', 'y'], ['a.e', 'z'])).toEqual({a: {b: [{c: 'x', d: 'y'}], e: 'z'}})
  })

  it('appends with [], and fills gaps with null', () => {
    expect(built(['a[]', '1'], ['a[]', '2'])).toEqual({a: ['1', '2']})
    expect(built(['a[2]', 'x'])).toEqual({a: [null, null, 'x']})
    expect(built(['a[].name', 'x'], ['a[].name', 'y'])).toEqual({a: [{name: 'x'}, {name: 'y'}]})
  })

  it('goes over a body that is there, and replaces values', () => {
    const body: JsonObject = {a: {kept: true, changed: 1}, n: null}
    setField(body, 'a.changed', 2)
    expect(body).toEqual({a: {kept: true, changed: 2}, n: null})
  })

  it.each([
    [['a', 'a.b'], 'The field “a.b” needs an object at “a”, where there is a string.'],
    [['a.b', 'a[0]'], 'The field “a[0]” needs a list at “a”, where there is an object.'],
    [['a.b[0]', 'a.b.c'], 'The field “a.b.c” needs an object at “a.b”, where there is a list.'],
  ] as const)('%j is a conflict', ([first, second], message) => {
    expect(() => built([first, 'x'], [second, 'y'])).toThrow(message)
  })

  it.each([
    ['', 1],
    ['.a', 1],
    ['a..b', 2],
    ['a[x]', 2],
    ['a[0]b', 5],
    ['a.', 2],
    ['a[99999]', 2],
    ['__proto__.x', 1],
    ['a.__proto__', 2],
  ])('“%s” is no path', (path, character) => {
    expect(() => built([path, 'x'])).toThrow(`it goes wrong at character ${character}.`)
    expect(({} as {x?: string}).x).toBeUndefined()
  })
})

describe('a field on the command line', () => {
  it('is split at the first =', () => {
    expect(splitField('a.b=c=d')).toEqual(['a.b', 'c=d'])
    expect(splitField('a=')).toEqual(['a', ''])
    expect(splitField('tags[]')).toEqual(['tags', undefined])
  })

  it.each(['name', '=x', '', '[]'])('“%s” is none', (text) => {
    expect(() => splitField(text)).toThrow('is not PATH=VALUE')
  })

  it.each([
    ['true', true],
    ['null', null],
    ['42', 42],
    ['-1.5', -1.5],
    ['007', '007'],
    ['+19412340001', '+19412340001'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e5', '1e5'],
    ['True', 'True'],
    ['', ''],
    ['["a",1]', ['a', 1]],
    ['{"a":1}', {a: 1}],
    ['[draft] a', '[draft] a'],
    ['{{name}}', '{{name}}'],
  ])('%s stands for %j', (text, value) => {
    expect(typedField(text)).toEqual(value)
  })
})
