import {expect, test} from 'vitest'
import {proxyOf} from '../../../src/lib/client/proxy.ts'

const HTTPS_PROXY = 'http://proxy.test:3128'

test('the first variable that is set names the proxy', () => {
  const found = proxyOf('https://api.test', {https_proxy: '', HTTPS_PROXY, HTTP_PROXY: 'http://other.test'})
  expect([found?.variable, found?.url.host]).toEqual(['HTTPS_PROXY', 'proxy.test:3128'])
  expect(proxyOf('https://127.0.0.1:8443', {HTTPS_PROXY})).toBeUndefined()
})

test.each([
  ['api.test', undefined],
  ['*', undefined],
  ['other.test, .TEST', undefined],
  ['*.test', undefined],
  ['api.test:443', undefined],
  ['api.test:8443', 'HTTPS_PROXY'],
  ['pi.test', 'HTTPS_PROXY'],
])('NO_PROXY=%s makes it %s', (NO_PROXY, variable) => {
  expect(proxyOf('https://api.test', {HTTPS_PROXY, NO_PROXY})?.variable).toBe(variable)
})
