import {once} from 'node:events'
import {describe, expect, onTestFinished, test} from 'vitest'
import {isAmbiguous} from '../../../src/lib/client/ambiguous.ts'
import {systemClock} from '../../../src/lib/client/clock.ts'
import {clientOf, failure, get, json, post, serve, serveSockets, VirtualClock} from './support.ts'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n'

describe('the deadline of a call', () => {
  test.each([
    ['never answers', ''],
    ['never ends its reply', `${head}{"a":`],
  ])('ends a read when the service %s', async (_, bytes) => {
    const server = await serveSockets((socket) => void socket.write(bytes))
    const error = await failure(clientOf(server.url, {timeoutMs: 1000, clock: systemClock}).send(get))
    expect(error).toMatchObject({code: 'timeout', exit: 8, retryable: true})
    expect(error.message).toBe(`GET /things failed: ${new URL(server.url).host} did not answer within 1 s.`)
    expect(error.hint).toContain('--timeout')
    expect(server.seen).toHaveLength(1)
  })

  test('leaves open whether a request that changes something was carried out', async () => {
    const server = await serveSockets(() => undefined)
    const error = await failure(clientOf(server.url, {timeoutMs: 1000, clock: systemClock}).send(post))
    expect(isAmbiguous(error)).toBe(true)
    expect(server.seen).toHaveLength(1)
  })

  test('leaves nothing open while the connection is being made', async () => {
    // The server takes the connection, but never shakes hands.
    const server = await serveSockets(() => undefined)
    const client = clientOf(server.url.replace('http:', 'https:'), {timeoutMs: 1000, clock: systemClock})
    const error = await failure(client.send(post))
    expect(isAmbiguous(error)).toBe(false)
    expect(error).toMatchObject({code: 'timeout', exit: 8, retryable: true})
  })

  test('covers all attempts', async () => {
    const clock = new VirtualClock()
    const server = await serve((response) => {
      clock.time += 400
      json(response, 503, {message: 'busy'})
    })
    expect(await failure(clientOf(server.url, {clock, timeoutMs: 1000}).send(get))).toMatchObject({
      exit: 10,
      message: 'busy',
    })
    expect(server.seen).toHaveLength(2)
  })

  test('can be set for one call', async () => {
    const server = await serveSockets(() => undefined)
    const client = clientOf(server.url, {clock: systemClock})
    expect(await failure(client.send(get, {timeoutMs: 50}))).toMatchObject({code: 'timeout'})
  })
})

describe('an interruption', () => {
  test('while waiting for a reply is exit 130', async () => {
    const interrupt = new AbortController()
    const server = await serveSockets(() => interrupt.abort())
    const error = await failure(clientOf(server.url, {signal: interrupt.signal}).send(get))
    expect(error).toMatchObject({exit: 130, hint: undefined})
  })

  test('says that a request that changes something may have been carried out', async () => {
    const interrupt = new AbortController()
    const server = await serveSockets(() => interrupt.abort())
    const error = await failure(clientOf(server.url, {signal: interrupt.signal}).send(post))
    expect(error).toMatchObject({exit: 130, hint: 'POST /things had been sent and may have been carried out.'})
  })

  test('before a call sends nothing', async () => {
    const server = await serve((response) => json(response, 200, {}))
    expect(await failure(clientOf(server.url, {signal: AbortSignal.abort()}).send(post))).toMatchObject({
      exit: 130,
      hint: undefined,
    })
    expect(server.seen).toHaveLength(0)
  })

  test('can be waited for by many calls at once, without a warning', async () => {
    const warnings: Error[] = []
    const collect = (warning: Error): unknown => warnings.push(warning)
    process.on('warning', collect)
    onTestFinished(() => void process.off('warning', collect))
    const server = await serve((response) => json(response, 200, {}))
    const client = clientOf(server.url, {signal: new AbortController().signal})
    await Promise.all(Array.from({length: 30}, () => client.send(get)))
    expect(warnings).toEqual([])
  })

  test('ends the wait before another attempt', async () => {
    const interrupt = new AbortController()
    const server = await serve((response) => {
      json(response, 429, {}, {'retry-after': '50'})
      void once(response, 'close').then(() => setImmediate(() => interrupt.abort()))
    })
    const error = await failure(clientOf(server.url, {signal: interrupt.signal, clock: systemClock}).send(get))
    expect(error).toMatchObject({exit: 130})
  })
})

describe('a download', () => {
  test('hands over bytes as they are', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 128])
    const server = await serve((response) => response.writeHead(200, {'content-type': 'audio/wav'}).end(bytes))
    const reply = await clientOf(server.url).download(get)
    const chunks: Uint8Array[] = []
    for await (const chunk of reply.body) chunks.push(chunk)
    expect(Buffer.concat(chunks)).toEqual(bytes)
    expect(reply).toMatchObject({status: 200, headers: {'content-type': 'audio/wav'}})
    expect(server.seen[0]?.headers['accept']).toBe('*/*')
  })

  test('may take longer than the deadline, as long as something comes', async () => {
    let finish = (): void => undefined
    const server = await serve((response) => {
      response.writeHead(200).write('first ')
      finish = () => response.end('last')
    })
    const reply = await clientOf(server.url, {timeoutMs: 2000, clock: systemClock}).download(get)
    const body = reply.body[Symbol.asyncIterator]()
    const words = [String((await body.next()).value)]
    await new Promise((resolve) => setTimeout(resolve, 2100))
    finish()
    words.push(String((await body.next()).value))
    expect(words).toEqual(['first ', 'last'])
  })

  test('that breaks off is an error', async () => {
    const server = await serveSockets((socket) => void socket.end(`${head}{"a":`))
    const reply = await clientOf(server.url).download(get)
    const read = async (): Promise<void> => {
      for await (const chunk of reply.body) expect(chunk.length).toBeGreaterThan(0)
    }
    expect(await failure(read())).toMatchObject({code: 'network', exit: 10})
  })

  test('that is refused is the error of the service', async () => {
    const server = await serve((response) => json(response, 404, {message: 'no such file'}))
    expect(await failure(clientOf(server.url).download(get))).toMatchObject({exit: 5, message: 'no such file'})
  })
})
