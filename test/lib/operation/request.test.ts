import {describe, expect, it} from 'vitest'
import {wholeBody} from '../../../src/lib/body-parameter.ts'
import {operation} from '../../../src/lib/operation.ts'
import {bytes, empty, list, object} from '../../../src/lib/operation/declaration.ts'
import {buildRequest, isIdempotent} from '../../../src/lib/operation/request.ts'
import {boolean, file, integer, json, jsons, text, uuids} from '../../../src/lib/parameters.ts'

const rest = {operation: 'Fixtures.request', summary: 'Build a request', examples: []} as const
const reply = object({columns: []})

describe('a request', () => {
  it('is made of its declaration and complete values', () => {
    const {shape} = operation({
      ...rest,
      request: {
        line: 'PATCH /a/{id}/b',
        host: 'auth',
        auth: 'none',
        headers: {accept: 'x'},
        fixedQuery: {q: ['1', '2']},
      },
      parameters: {id: text('ID', 'id'), size: integer('--size', 'size'), left: text('--left', 'left')},
      reply,
    })
    expect(buildRequest(shape, {id: 'ü/+:@ %', size: 0, left: undefined})).toEqual({
      method: 'PATCH',
      host: 'auth',
      path: '/a/%C3%BC%2F+:@%20%25/b',
      query: [
        ['q', '1'],
        ['q', '2'],
      ],
      headers: {accept: 'x'},
      auth: 'none',
      body: {kind: 'json', value: {size: 0}},
      secrets: [],
      idempotent: true,
      changes: false,
    })
  })

  it('has no body where no value goes there, unless one is declared', () => {
    const {shape} = operation({...rest, request: 'POST /a', parameters: {size: integer('--size', 'size')}, reply})
    expect(buildRequest(shape, {})).not.toHaveProperty('body')
    const bodied = operation({...rest, request: {line: 'POST /a', fixedBody: {}}, parameters: {}, reply}).shape
    expect(buildRequest(bodied, {}).body).toEqual({kind: 'json', value: {}})
  })

  it('keeps what it was made of: a value may be sent again', () => {
    const parameters = {body: wholeBody('all'), 'tags[]': text('--tag', 'tag')}
    const request = {line: 'POST /a', fixedBody: {'sort.by': {name: 'asc'}}} as const
    const {shape} = operation({...rest, request, parameters, reply})
    const values = {body: {tags: ['a']}, 'tags[]': 'b'}
    const first = buildRequest(shape, values)
    expect(buildRequest(shape, values)).toEqual(first)
    expect(values.body).toEqual({tags: ['a']})
    expect(first.body).toEqual({kind: 'json', value: {tags: ['a', 'b'], sort: {by: {name: 'asc'}}}})
  })

  it('has values that follow from others, over what was given', () => {
    const {shape} = operation({
      ...rest,
      request: 'POST /users/{user}/a',
      parameters: {user: text('USER', 'user'), body: wholeBody('all'), size: integer('--size', 'size')},
      derived: ({user, size}) => ({'owner.uuid': user, ...(size !== undefined && {area: size * size})}),
      reply,
    })
    const bodyOf = (values: object) => buildRequest(shape, {user: 'u', ...values}).body
    expect(bodyOf({body: {owner: {uuid: 'x', name: 'y'}}, size: 3})).toEqual({
      kind: 'json',
      value: {owner: {uuid: 'u', name: 'y'}, size: 3, area: 9},
    })
    expect(bodyOf({})).toEqual({kind: 'json', value: {owner: {uuid: 'u'}}})
  })

  it('writes query values as text: lists with commas, JSON compact', () => {
    const parameters = {
      ids: uuids('--id', 'ids'),
      deleted: boolean('--deleted', 'deleted'),
      where: json('--criteria', 'criteria'),
    }
    const {shape} = operation({...rest, request: 'GET /a', parameters, reply})
    expect(buildRequest(shape, {ids: ['x', 'y'], deleted: false, where: {a: [1]}}).query).toEqual([
      ['ids', 'x,y'],
      ['deleted', 'false'],
      ['where', '{"a":[1]}'],
    ])
  })

  it('writes form and multipart values as text, and names files by the end of their path', () => {
    const parameters = {
      file: file('FILE', 'file'),
      size: integer('--size', 'size'),
      tags: jsons('--tag', 'tags'),
    }
    const {shape} = operation({...rest, request: {line: 'POST /a', body: 'multipart'}, parameters, reply})
    expect(buildRequest(shape, {file: '/some/where/logo.png', size: 3, tags: [{a: 1}]}).body).toEqual({
      kind: 'multipart',
      fields: [
        ['file', {path: '/some/where/logo.png', filename: 'logo.png'}],
        ['size', '3'],
        ['tags', '[{"a":1}]'],
      ],
    })
  })

  it('carries a page only where the list has one', () => {
    const page = {offset: 20, limit: 10}
    const query = (paging?: Parameters<typeof list>[0]['paging']) => {
      const rows = list({columns: [], noun: 'rows', ...(paging && {paging})})
      return buildRequest(operation({...rest, request: 'GET /a', parameters: {}, reply: rows}).shape, {}, page).query
    }
    expect(query()).toEqual([
      ['offset', '20'],
      ['limit', '10'],
    ])
    expect(query({limit: 'max'})).toEqual([['max', '10']])
    expect(query('none')).toEqual([])
  })
})

describe('whether a call may be repeated', () => {
  it('follows the method unless it is said', () => {
    const of = (line: 'GET /a' | 'POST /a' | 'PUT /a' | 'DELETE /a', idempotent?: boolean) => {
      const effect = {changes: 'change', ...(idempotent !== undefined && {idempotent})}
      return isIdempotent(operation({...rest, request: line, parameters: {}, effect, reply: empty('Done.')}).shape)
    }
    expect([of('GET /a'), of('PUT /a'), of('DELETE /a'), of('POST /a')]).toEqual([true, true, true, false])
    expect([of('POST /a', true), of('PUT /a', false)]).toEqual([true, false])
    expect(isIdempotent(operation({...rest, request: 'GET /a', parameters: {}, reply: bytes()}).shape)).toBe(true)
  })
})
