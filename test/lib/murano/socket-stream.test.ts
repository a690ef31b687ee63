import {createHash} from 'node:crypto'
import {createServer} from 'node:http'
import {type AddressInfo} from 'node:net'
import {expect, onTestFinished, test} from 'vitest'
import {collect} from '../../../src/lib/collect.ts'
import {openSocket} from '../../../src/lib/murano/logs/socket-stream.ts'

/** A server whose websocket sends these texts and closes; without texts it has none. */
async function served(texts: readonly string[] | undefined): Promise<URL> {
  const server = createServer((_, reply) => void reply.writeHead(404).end())
  if (texts !== undefined) {
    server.on('upgrade', (request, socket) => {
      const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
      const accept = createHash('sha1').update(key).digest('base64')
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      )
      for (const text of texts) socket.write(Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]))
      socket.end(Buffer.from([0x88, 0]))
    })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return new URL(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/logs`)
}

const {signal} = new AbortController()

test('lines come over a websocket, several in a frame or one', async () => {
  const url = await served(['{"message":"a"}\n{"message":"b"}', '{"message":"c"}'])
  const lines = await collect((await openSocket(url, signal))!)
  expect(lines).toEqual([{message: 'a'}, {message: 'b'}, {message: 'c'}])
})

test('a server without a websocket is told from one that refuses', async () => {
  expect(await openSocket(await served(undefined), signal)).toBeUndefined()
  const refused = await openSocket(await served(['{"statusCode":400,"message":"bad query"}']), signal)
  await expect(collect(refused!)).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('bad query') as string,
  })
})
