import {expect, test} from 'vitest'
import {serve} from '../../src/sandbox/serve.ts'
import {freshSandbox, signIn} from './support.ts'

test('the page is for this machine: another site’s name that leads here is refused, and changes nothing', async () => {
  const sandbox = freshSandbox(10)
  const app = await sandbox.appWithPage()
  const ask = async (method: 'GET' | 'POST', url: string, host: string) => {
    const {statusCode} = await app.inject({method, url, headers: {host, 'x-sandbox-page': '1'}})
    return statusCode
  }
  for (const url of ['/', '/?x=1', '/_sandbox/state']) expect(await ask('GET', url, 'evil.example:4010'), url).toBe(403)
  expect(await ask('POST', '/_sandbox/clock/stop', 'evil.example')).toBe(403)
  expect(sandbox.clock.state().stopped).toBe(false)
  for (const host of ['127.0.0.1:4010', 'localhost', '[::1]:80', 'sandbox.localhost'])
    expect(await ask('GET', '/_sandbox/state', host), host).toBe(200)
})

test('a request has the time of the sandbox, as all else on the page has', async () => {
  const sandbox = freshSandbox(10)
  sandbox.clock.stop()
  const {now} = sandbox.clock.advance(3 * 86_400_000)
  const url = await serve(sandbox, {host: '127.0.0.1', port: 0})
  await signIn(sandbox)
  await fetch(`${url}/accounts/accounts`)
  const ended = new AbortController()
  const {body} = await fetch(`${url}/_sandbox/requests`, {signal: ended.signal})
  let told = ''
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    told += chunk
    if (told.includes('/accounts/accounts')) break
  }
  ended.abort()
  const times = [...told.matchAll(/"at":(\d+)/g)].map(([, at]) => Number(at))
  expect(times.length).toBeGreaterThan(0)
  expect(new Set(times)).toEqual(new Set([now]))
})
