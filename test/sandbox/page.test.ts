import {expect, test} from 'vitest'
import {freshSandbox} from './support.ts'

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
