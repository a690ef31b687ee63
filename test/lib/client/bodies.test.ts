import {randomBytes} from 'node:crypto'
import {mkdtemp, open, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fastify} from 'fastify'
import {describe, expect, onTestFinished, test} from 'vitest'
import {clientOf, failure, json, post, serve} from './support.ts'

async function temporaryFile(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'client-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const path = join(folder, 'menu.wav')
  await writeFile(path, bytes)
  return path
}

/** A server that takes multipart bodies apart. */
async function uploadServer() {
  const app = fastify()
  const {default: multipart} = await import('@fastify/multipart')
  await app.register(multipart, {limits: {fileSize: Infinity}})
  const uploads: {
    headers: Record<string, unknown>
    parts: Record<string, {filename?: string; size: number; text: string}>
  }[] = []
  app.post('/things', async (request) => {
    const upload: (typeof uploads)[number] = {headers: request.headers, parts: {}}
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        upload.parts[part.fieldname] = {size: 0, text: String(part.value)}
        continue
      }
      let size = 0
      for await (const chunk of part.file) size += (chunk as Buffer).length
      upload.parts[part.fieldname] = {filename: part.filename, size, text: ''}
    }
    uploads.push(upload)
    return uploads.length === 1 ? {file_id: '1'} : {}
  })
  onTestFinished(() => app.close())
  return {url: await app.listen({host: '127.0.0.1', port: 0}), uploads}
}

describe('a form', () => {
  test('is sent encoded', async () => {
    const server = await serve((response) => json(response, 200, {}))
    const fields = [
      ['scope', 'a b'],
      ['x', 'ä&='],
      ['x', '2'],
    ] as const
    await clientOf(server.url).send({...post, body: {kind: 'form', fields}})
    expect(server.seen[0]).toMatchObject({
      body: 'scope=a+b&x=%C3%A4%26%3D&x=2',
      headers: {'content-type': 'application/x-www-form-urlencoded'},
    })
  })
})

describe('an upload', () => {
  test('arrives as parts, with the name and the length', async () => {
    const {url, uploads} = await uploadServer()
    const path = await temporaryFile(randomBytes(300_000))
    const reply = await clientOf(url).send({
      ...post,
      body: {
        kind: 'multipart',
        fields: [
          ['file_name', 'Menü.wav'],
          ['file', {path, filename: 'Menü 1.wav'}],
        ],
      },
    })
    expect(reply.body).toEqual({file_id: '1'})
    expect(uploads[0]?.parts).toEqual({
      file_name: {size: 0, text: 'Menü.wav'},
      file: {filename: 'Menü 1.wav', size: 300_000, text: ''},
    })
    expect(Number(uploads[0]?.headers['content-length'])).toBeGreaterThan(300_000)
  })

  test('is read from the disk as it goes, in flat memory', async () => {
    const {url, uploads} = await uploadServer()
    const path = await temporaryFile(Buffer.alloc(0))
    const file = await open(path, 'w')
    await file.truncate(200 * 2 ** 20)
    await file.close()
    const before = process.memoryUsage.rss()
    await clientOf(url).send({...post, body: {kind: 'multipart', fields: [['file', {path, filename: 'big'}]]}})
    expect(uploads[0]?.parts['file']?.size).toBe(200 * 2 ** 20)
    expect(process.memoryUsage.rss() - before).toBeLessThan(120 * 2 ** 20)
  }, 30_000)

  test('of a file that is not there is a usage error, and sends nothing', async () => {
    const server = await serve((response) => json(response, 200, {}))
    const body = {kind: 'multipart', fields: [['file', {path: '/nonexistent/x.wav', filename: 'x.wav'}]]} as const
    const error = await failure(clientOf(server.url).send({...post, body}))
    expect(error).toMatchObject({exit: 2, code: 'unreadable-file'})
    expect(server.seen).toHaveLength(0)
  })

  test('is sent again whole after the token was renewed', async () => {
    const path = await temporaryFile(Buffer.from('sound'))
    const server = await serve((response, _, nth) => json(response, nth === 1 ? 401 : 200, {}))
    await clientOf(server.url).send({...post, body: {kind: 'multipart', fields: [['file', {path, filename: 'x'}]]}})
    expect(server.seen).toHaveLength(2)
    for (const seen of server.seen) expect(seen.body).toContain('sound')
  })
})

describe('a token request', () => {
  test('is a form to the auth host, with the basic token', async () => {
    const server = await serve((response) =>
      json(response, 200, {access_token: 'a', token_type: 'bearer', expires_in: 60}),
    )
    const client = clientOf('', {
      hosts: {api: 'http://127.0.0.1:1', auth: `${server.url}/x`, murano: 'http://127.0.0.1:1'},
    })
    const reply = await client.requestToken('YTpi', {grant_type: 'password', password: 'p w'}, {'x-device-id': 'd'})
    expect(reply).toEqual({access_token: 'a', token_type: 'bearer', expires_in: 60})
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: '/x/oauth/token',
      body: 'grant_type=password&password=p+w',
      headers: {authorization: 'Basic YTpi', 'x-device-id': 'd', 'x-api-version': 'v1'},
    })
  })

  test('that is refused says what the service said, and no secret', async () => {
    const server = await serve((response) =>
      json(response, 401, {error: 'invalid_grant', error_description: 'Wrong password.'}),
    )
    const error = await failure(clientOf(server.url).requestToken('YTpi', {password: 'hunter2'}))
    expect(error).toMatchObject({exit: 3, message: 'Wrong password.'})
    expect(JSON.stringify(error.toReport())).not.toMatch(/hunter2|YTpi/)
  })

  test('that is answered without a token is an error', async () => {
    const server = await serve((response) => json(response, 200, {hello: 'world'}))
    expect(await failure(clientOf(server.url).requestToken('YTpi', {}))).toMatchObject({code: 'bad-reply', exit: 10})
  })
})

test('a header that cannot be sent is a usage error without its value', async () => {
  const server = await serve((response) => json(response, 200, {}))
  const error = await failure(
    clientOf(server.url).send({...post, headers: {authorization: 'Bearer hunter2\nx: y'}, auth: 'none'}),
  )
  expect(error).toMatchObject({exit: 2, code: 'bad-request'})
  expect(error.message).not.toContain('hunter2')
  expect(server.seen).toHaveLength(0)
})
