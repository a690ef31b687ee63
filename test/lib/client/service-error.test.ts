import {describe, expect, test} from 'vitest'
import {isAmbiguous} from '../../../src/lib/client/ambiguous.ts'
import {clientOf, failure, get, json, post, serve} from './support.ts'

/** The error that one reply of the service becomes. */
async function errorFor(status: number, body: string, headers: Record<string, string> = {}, request = get) {
  const server = await serve((response) => response.writeHead(status, headers).end(body))
  const client = clientOf(server.url)
  return {error: await failure(client.send(request)), client, server}
}

const asJson = {'content-type': 'application/json'}

describe('an error of the service', () => {
  test('keeps code, message, trace and details', async () => {
    const body = JSON.stringify({
      code: '409',
      message: 'Number is taken.',
      trace_id: 'abc',
      details: ['one', {field: 'tns', message: 'taken'}],
    })
    const {error} = await errorFor(409, body, asJson)
    expect(error.toReport()).toEqual({
      code: '409',
      message: 'Number is taken.',
      details: ['one', 'tns: taken'],
      status: 409,
      trace_id: 'abc',
      retryable: false,
      exit: 6,
    })
  })

  test.each([
    [401, 3],
    [403, 4],
    [404, 5],
    [400, 6],
    [409, 6],
    [412, 6],
    [422, 6],
    [418, 6],
    [429, 7],
    [500, 10],
    [501, 10],
    [503, 10],
    [304, 10],
  ])('with status %i is exit %i', async (status, exit) => {
    const {error} = await errorFor(status, status === 304 ? '' : '{"message":"x"}', asJson)
    expect(error).toMatchObject({status, exit})
  })

  test.each([
    [{code: 4091, message: 'x'}, '4091'],
    [{code: 'number_taken', message: 'x'}, 'number_taken'],
    [{message: 'x'}, '400'],
    [{code: '', message: 'x'}, '400'],
    [{code: null, message: 'x'}, '400'],
  ])('%j has a code', async (body, code) => {
    const {error} = await errorFor(400, JSON.stringify(body), asJson)
    expect(error).toMatchObject({code, message: 'x'})
  })

  test.each([
    [{error: 'upstream is down'}, 'upstream is down'],
    [{error: 'invalid_grant', error_description: 'The password is wrong.'}, 'The password is wrong.'],
    [{statusCode: 400, error: 'Bad Request', message: 'tns is missing'}, 'tns is missing'],
    [{error: {message: 'deep'}}, 'deep'],
    [{}, 'The service answered 400 Bad Request: {}'],
    [['x'], 'The service answered 400 Bad Request: ["x"]'],
  ])('%j has a message', async (body, message) => {
    const {error} = await errorFor(400, JSON.stringify(body), asJson)
    expect(error).toMatchObject({message, code: '400'})
  })

  test.each([
    [undefined, []],
    [null, []],
    ['alone', ['alone']],
    [{field: 'a', message: 'b'}, ['a: b']],
    [[{field: 'a', message: 'b', value: 7}], ['a: b (value: 7)']],
    [[{path: 'x', reason: ['y']}], ['path: x, reason: ["y"]']],
    [
      [1, ['n']],
      ['1', '["n"]'],
    ],
  ])('with details %j shows one line for each', async (details, lines) => {
    const {error} = await errorFor(400, JSON.stringify({message: 'x', details}), asJson)
    expect(error.details).toEqual(lines)
  })

  test.each([
    {message: 'x', details: [{field: 'password', message: 'too short', value: 'hunter2'}]},
    {message: 'x', details: [{reason: 'no', request: {new_data: 'hunter2'}}]},
    {access_token: 'hunter2'},
  ])('repeats no secret: %j', async (body) => {
    const {error} = await errorFor(400, JSON.stringify(body), asJson)
    expect(JSON.stringify(error.toReport())).not.toContain('hunter2')
    const {error: brokenOff} = await errorFor(400, '{"access_token": "hunter2', asJson)
    expect(brokenOff.message).not.toContain('hunter2')
  })

  test('without a trace has the one that was sent', async () => {
    const {error, client, server} = await errorFor(404, '{"message":"x"}', asJson)
    expect(error.traceId).toBe(client.traceId)
    expect(server.seen[0]?.headers['trace']).toBe(client.traceId)
  })
})

describe('an error that is no JSON', () => {
  test.each([
    ['plain text', 'no route\nfor you', 'text/plain', 'The service answered 404 Not Found: no route for you'],
    [
      'a page with a title',
      '<html><head><title>404 |\n Nope</title></head><body>x</body></html>',
      'text/html',
      'The service answered 404 Not Found: 404 | Nope',
    ],
    [
      'a page without',
      '<html><style>b{}</style><body><h1>Nope</h1> <p>really</p></body>',
      'text/html',
      'The service answered 404 Not Found: Nope really',
    ],
    ['nothing', '', '', 'The service answered 404 Not Found.'],
    [
      'broken off',
      '{"code": "404", "mess',
      'application/json',
      'The service answered 404 Not Found: {"code": "404", "mess',
    ],
  ])('is told in one line: %s', async (_, body, type, message) => {
    const {error} = await errorFor(404, body, {'content-type': type})
    expect(error).toMatchObject({message, code: '404', exit: 5})
  })

  test('is told by its first words when it is long', async () => {
    const {error} = await errorFor(404, 'word '.repeat(500), {'content-type': 'text/plain'})
    expect(error.message.length).toBeLessThan(200)
    expect(error.message).toMatch(/…$/)
  })
})

describe('a failure of the service', () => {
  test('leaves open whether a request that changes something was carried out', async () => {
    const {error, server} = await errorFor(500, '{"code":"500","message":"Oops."}', asJson, post)
    expect(isAmbiguous(error)).toBe(true)
    expect(error).toMatchObject({code: 'ambiguous', message: 'Oops.', status: 500, exit: 10, retryable: false})
    expect(server.seen).toHaveLength(1)
  })

  test.each([
    [502, false],
    [504, true],
  ])('of status %i: whether the service may still be at work is %s', async (status, isUnderWay) => {
    const {error} = await errorFor(status, '', asJson, post)
    expect(error).toMatchObject({code: 'ambiguous', isUnderWay})
  })

  test('says that a read may be tried again', async () => {
    const {error} = await errorFor(500, '{"code":"500","message":"Oops."}', asJson)
    expect(isAmbiguous(error)).toBe(false)
    expect(error).toMatchObject({exit: 10, retryable: true})
  })
})

describe('a success that cannot be used', () => {
  test('is a web page', async () => {
    const {error} = await errorFor(200, '<!doctype html><title>Log in to the Wi-Fi</title>', {
      'content-type': 'text/html',
    })
    expect(error).toMatchObject({code: 'bad-reply', exit: 10, status: 200})
    expect(error.message).toContain('Log in to the Wi-Fi')
  })

  test('is a web page of no type', async () => {
    expect((await errorFor(200, '<!DOCTYPE html><p>x')).error).toMatchObject({code: 'bad-reply'})
  })

  test('is JSON that broke off: read again, then reported', async () => {
    const {error, server} = await errorFor(200, '{"items": [{"uu', asJson)
    expect(error).toMatchObject({code: 'bad-reply', exit: 10, retryable: true})
    expect(server.seen).toHaveLength(4)
  })

  test('is JSON that broke off the first time only', async () => {
    const server = await serve((response, _, nth) =>
      nth === 1 ? response.writeHead(200, asJson).end('{"a') : json(response, 200, {a: 1}),
    )
    expect((await clientOf(server.url).send(get)).body).toEqual({a: 1})
  })

  test('leaves open whether a request that changes something was carried out', async () => {
    const {error, server} = await errorFor(201, '{"uuid": "1', asJson, post)
    expect(isAmbiguous(error)).toBe(true)
    expect(error).toMatchObject({code: 'ambiguous', exit: 10, retryable: false})
    expect(server.seen).toHaveLength(1)
  })
})
