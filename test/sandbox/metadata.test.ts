import {expect, test} from 'vitest'
import {type Subsystem} from '../../src/lib/metadata/subsystem.ts'
import {freshSandbox, signedIn} from './support.ts'

async function subsystems(query = '') {
  const send = await signedIn(freshSandbox(10))
  return (await send(`GET /metadata/subsystems/${query}`)).json() as {items: Subsystem[]; metadata: {total: number}}
}

test('the platform describes all its services', async () => {
  const {items, metadata} = await subsystems()
  expect(metadata.total).toBe(items.length)
  expect(new Set(items.map(({name}) => name)).size).toBe(items.length)
  expect(items.find(({name}) => name === 'voice-api')).toMatchObject({path: '/voice'})
  expect(items.filter(({description}) => !description)).toEqual([])
})

test.each([
  ['voice-api', ['voice-api']],
  ['voice-api,sms-api', ['sms-api', 'voice-api']],
  ['voice-api&subsystems=auth-api', ['auth-api', 'voice-api']],
  ['nonesuch', []],
])('those named are described: %s', async (names, expected) => {
  const {items} = await subsystems(`?subsystems=${names}`)
  expect(items.map(({name}) => name)).toEqual(expected)
})
