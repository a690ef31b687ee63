import {describe, expect, test} from 'vitest'
import {seededFiles} from '../../src/sandbox/seeded-access.ts'
import {fetched, linkOf, own, upload} from './media-support.ts'
import {freshSandbox, signedIn} from './support.ts'

describe('the URL of a content', () => {
  test('expires after an hour, after what was asked for, or at a time', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const now = sandbox.clock.now()
    const send = await signedIn(sandbox)
    const links = await Promise.all(
      ['', '&expiry_millis=2000', `&expiry_timestamp=${now + 3000}`].map((query) =>
        linkOf(send, seededFiles.greeting, query),
      ),
    )
    const statuses = async () => Promise.all(links.map(async (link) => (await fetched(sandbox, link)).status))
    expect(await statuses()).toEqual([200, 200, 200])
    sandbox.clock.advance(2000)
    expect(await statuses()).toEqual([200, 403, 200])
    sandbox.clock.advance(1000)
    expect(await statuses()).toEqual([200, 403, 403])
    sandbox.clock.advance(60 * 60 * 1000)
    expect(await statuses()).toEqual([403, 403, 403])
  })

  test('is good for that file and that time only', async () => {
    const sandbox = freshSandbox(10)
    const link = await linkOf(await signedIn(sandbox), seededFiles.greeting)
    for (const forged of [
      link.replace(seededFiles.greeting, seededFiles.prices),
      link.replace(/expires=\d/, 'expires=9'),
      link.replace(/signature=.*/, 'signature=x'),
      link.replace(/\?.*/, ''),
    ]) {
      expect((await fetched(sandbox, forged)).status).toBe(403)
    }
  })

  test.each<[string, Record<string, string>, number, string, string | undefined]>([
    ['a range', {range: 'bytes=2-4'}, 206, '234', 'bytes 2-4/10'],
    ['what comes after', {range: 'bytes=7-'}, 206, '789', 'bytes 7-9/10'],
    ['the last bytes', {range: 'bytes=-2'}, 206, '89', 'bytes 8-9/10'],
    ['more than there is', {range: 'bytes=8-99'}, 206, '89', 'bytes 8-9/10'],
    ['several ranges', {range: 'bytes=0-1,3-4'}, 200, '0123456789', undefined],
    ['a range in other units', {range: 'lines=0-1'}, 200, '0123456789', undefined],
    ['a range of another content', {range: 'bytes=7-', 'if-range': '"other"'}, 200, '0123456789', undefined],
  ])('answers to %s', async (_, headers, status, text, range) => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const {file_id} = await upload(send, own, '0123456789')
    const reply = await fetched(sandbox, await linkOf(send, file_id), headers)
    expect([reply.status, reply.text, reply.headers['content-range']]).toEqual([status, text, range])
    expect(reply.headers['content-length']).toBe(String(text.length))
  })

  test('answers to If-Range with its ETag, which is the same for the same bytes, and to no range with 416', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const links = await Promise.all(
      ['0123456789', '0123456789', '9876543210'].map(async (content) =>
        linkOf(send, (await upload(send, own, content)).file_id),
      ),
    )
    const [first, second, other] = await Promise.all(links.map(async (link) => fetched(sandbox, link)))
    expect(first?.headers['etag']).toMatch(/^"[0-9a-f]{32}"$/)
    expect(second?.headers['etag']).toBe(first?.headers['etag'])
    expect(other?.headers['etag']).not.toBe(first?.headers['etag'])
    const rest = {range: 'bytes=8-', 'if-range': String(first?.headers['etag'])}
    expect(await fetched(sandbox, links[0]!, rest)).toMatchObject({status: 206, text: '89'})
    const beyond = await fetched(sandbox, links[0]!, {range: 'bytes=10-'})
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10'])
  })
})
