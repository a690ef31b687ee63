import {appendFileSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {type AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {systemClock} from '../../../src/lib/client/clock.ts'
import {Deadline} from '../../../src/lib/client/deadline.ts'
import {clientOf, failure, json, post} from './support.ts'

const size = 20 * 2 ** 20

function largeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'uploads-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const path = join(folder, 'large.bin')
  writeFileSync(path, '')
  truncateSync(path, size)
  return path
}

function upload(path: string) {
  return {...post, body: {kind: 'multipart', fields: [['file', {path, filename: 'large.bin'}]]}} as const
}

interface Taken {
  bytes: number
  complete: boolean
}

/** A server that counts what it is sent. `during` is called when the first bytes of a request are there. */
async function counting(during: (request: IncomingMessage, response: ServerResponse, nth: number) => void) {
  const taken: Taken[] = []
  const server = createServer((request, response) => {
    const one = {bytes: 0, complete: false}
    taken.push(one)
    const nth = taken.length
    request.once('data', () => during(request, response, nth))
    request.on('data', (chunk: Buffer) => (one.bytes += chunk.length))
    request.on('error', () => undefined)
    request.on('end', () => {
      one.complete = request.complete
      json(response, 200, {file_id: 'F1'})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken}
}

describe('an upload', () => {
  test.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', (path: string) => truncateSync(path, size - 1)],
    ['is written to', (path: string) => utimesSync(path, new Date(), new Date(0))],
    ['is gone', (path: string) => rmSync(path)],
  ])('of a file that %s meanwhile is broken off', async (_, change) => {
    const path = largeFile()
    const {url, taken} = await counting(() => change(path))
    const error = await failure(clientOf(url).send(upload(path)))
    expect(error).toMatchObject({code: 'file-changed', exit: 2})
    expect(error.message).toContain(path)
    expect(taken.map(({complete}) => complete)).toEqual([false])
  })

  test('that breaks off in the middle is sent again from the beginning', async () => {
    const {url, taken} = await counting((request, _, nth) => {
      if (nth === 1) request.destroy()
    })
    expect((await clientOf(url).send(upload(largeFile()))).body).toEqual({file_id: 'F1'})
    expect(taken.map(({complete}) => complete)).toEqual([false, true])
    expect(taken[1]?.bytes).toBeGreaterThan(size)
  })

  test('that is interrupted says that the service has not got the whole file', async () => {
    const interruption = new AbortController()
    const {url, taken} = await counting(() => interruption.abort())
    const error = await failure(clientOf(url, {signal: interruption.signal}).send(upload(largeFile())))
    expect(error).toMatchObject({exit: 130, hint: 'The upload was broken off: the service has not got the whole file.'})
    expect(taken.map(({complete}) => complete)).toEqual([false])
  })

  test('whose reply is lost stays open, and is not sent again', async () => {
    const {url, taken} = await counting((request) => {
      request.removeAllListeners('end')
      request.on('end', () => request.socket.destroy())
    })
    const error = await failure(clientOf(url).send(upload(largeFile())))
    expect(error).toMatchObject({code: 'ambiguous', retryable: false})
    expect(taken).toHaveLength(1)
  })

  test('tells how far it is, of how much', async () => {
    const told: (number | string)[] = []
    const uploads = {
      begin: async (total: number) => void told.push(`of ${total}`),
      sent: (bytes: number) => void told.push(bytes),
      end: () => void told.push('end'),
    }
    const {url} = await counting(() => undefined)
    await clientOf(url, {uploads}).send(upload(largeFile()))
    expect([told[0], told.at(-2), told.at(-1)]).toEqual([`of ${size}`, size, 'end'])
    expect(told.slice(1, -1)).toEqual([...told.slice(1, -1)].sort((a, b) => Number(a) - Number(b)))
  })
})

test('the time of a call begins anew with each piece of a file that goes out', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const deadline = new Deadline(1000, systemClock, undefined)
  vi.advanceTimersByTime(900)
  deadline.extend()
  vi.advanceTimersByTime(900)
  expect([deadline.signal.aborted, deadline.remaining()]).toEqual([false, 100])
  vi.advanceTimersByTime(100)
  expect(deadline.expired).toBe(true)
})
