import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {freshSandbox, serve} from './support.ts'

const run = promisify(execFile)

test('plain curl logs in, makes a solution, calls a service and reports as a device', async () => {
  const url = await serve(freshSandbox(10))
  const curl = async (...args: string[]) => (await run('curl', ['-sS', ...args])).stdout
  const api = async (method: string, path: string, body?: object, token = '') =>
    JSON.parse(
      (await curl(
        '-X',
        method,
        `${url}/api:1${path}`,
        '-H',
        'Content-Type: application/json',
        '-H',
        `Authorization: token ${token}`,
        ...(body ? ['-d', JSON.stringify(body)] : []),
      )) || 'null',
    ) as Record<string, string>
  const {email, password, businessId, productId, devices, cik} = seededMurano
  const {token} = await api('POST', '/token/', {email, password})
  const {id} = await api('POST', `/business/${businessId}/solution/`, {label: 'curled', type: 'application'}, token)
  const call = (operation: string, given: object) =>
    api('POST', `/solution/${id}/serviceconfig/keystore/call/${operation}`, given, token)
  expect(await call('set', {key: 'colour', value: 'blue'})).toBeNull()
  expect(await call('get', {key: 'colour'})).toEqual({value: 'blue'})
  const {fqdn} = await api('GET', `/service/${productId}/device2`, undefined, token)
  const device = ['-H', `X-Exosite-CIK: ${cik}`, '-w', '%{http_code}']
  expect(await curl(`http://${fqdn}/onep:v1/stack/alias`, ...device, '-d', 'temperature=9.5')).toBe('204')
  const named = url.replace('127.0.0.1', `${productId}.m2.localhost`)
  expect(await curl(`${named}/onep:v1/stack/alias?temperature`, ...device)).toBe('temperature=9.5200')
  const state = await api('GET', `/service/${productId}/device2/identity/${devices.active}/state`, undefined, token)
  expect(state).toMatchObject({temperature: {reported: '9.5'}})
})
