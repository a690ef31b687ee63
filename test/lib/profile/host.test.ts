import {expect, test} from 'vitest'
import {checkHost} from '../../../src/lib/profile/host.ts'

test.each([
  ['https://api.example.com', 'https://api.example.com'],
  ['https://api.example.com/', 'https://api.example.com'],
  ['https://api.example.com:8443/base/', 'https://api.example.com:8443/base'],
  ['HTTPS://API.Example.com', 'https://api.example.com'],
  ['http://127.0.0.1:4010/x', 'http://127.0.0.1:4010/x'],
  ['http://127.8.9.10', 'http://127.8.9.10'],
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
])('%s is taken as %s', (value, host) => {
  expect(checkHost(value, 'COMMSCTL_API_HOST')).toBe(host)
})

test.each([
  'http://api.example.com',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://10.0.0.1',
  'http://[::2]',
  'api.example.com',
  'ftp://127.0.0.1',
  'https://',
  'https://user:hunter2@api.example.com',
  'https://api.example.com?x=1',
  'https://api.example.com/#x',
])('%s is refused', (value) => {
  expect(() => checkHost(value, 'COMMSCTL_API_HOST')).toThrow(
    expect.objectContaining({exit: 2, message: expect.stringContaining('COMMSCTL_API_HOST') as string}),
  )
})

test('a password in a refused host is not shown', () => {
  expect(() => checkHost('https://user:hunter2@api.example.com', 'x')).toThrow(/\*\*\*@api\.example\.com$/)
})
