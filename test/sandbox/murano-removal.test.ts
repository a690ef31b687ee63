import {expect, test} from 'vitest'
import {type CollectionSpec} from '../../src/sandbox/collection.ts'
import {muranoCollections} from '../../src/sandbox/areas/murano-collections.ts'
import {uploadTickets} from '../../src/sandbox/murano/upload-tickets.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {endUserTokens} from '../../src/sandbox/murano/services/user/records.ts'
import {everything} from './everything.ts'
import {load} from './loading-support.ts'
import {muranoClient, type Send} from './murano-support.ts'
import {freshSandbox} from './support.ts'

const robin = {email: 'robin@acme.example', password: 'open sesame', name: ''}

/** A sandbox with a record of each kind, besides those that are seeded; and what sends as their owner. */
async function loaded(): Promise<{sandbox: Sandbox; send: Send}> {
  const sandbox = freshSandbox(10)
  await load(sandbox, everything)
  const send = await muranoClient(sandbox, robin)
  const pat = {email: 'pat@acme.example', password: robin.password}
  await send('POST /api:1/solution/robots/serviceconfig/user/call/getUserToken', pat)
  const wanted = `sha256=${'0'.repeat(64)}&expires_in=60&type=text/plain`
  await send(`GET /api:1/service/robot/content/item/more/upload?${wanted}`)
  expect(sandbox.store.collection(endUserTokens).count()).toBe(1)
  expect(sandbox.store.collection(uploadTickets).count()).toBe(1)
  return {sandbox, send}
}

test('an application that is removed is in no record any more', async () => {
  const {sandbox, send} = await loaded()
  expect(collectionsWith(sandbox, 'robots')).toHaveLength(20)
  const waiting = sandbox.agenda.state().waiting
  expect((await send('DELETE /api:1/business/acmebusiness/solution/robots')).status).toBe(204)
  expect(collectionsWith(sandbox, 'robots')).toEqual([])
  expect(sandbox.store.collection(endUserTokens).count()).toBe(0)
  expect(sandbox.agenda.state().waiting).toBe(waiting - 1)
  expect(collectionsWith(sandbox, 'robot')).toEqual(['solutions', 'service_configs', 'gateways', 'devices', 'contents'])
})

test('a product that is removed is in no record any more, and linked to nothing', async () => {
  const {sandbox, send} = await loaded()
  expect((await send('DELETE /api:1/business/acmebusiness/solution/robot')).status).toBe(204)
  expect(collectionsWith(sandbox, 'robot')).toEqual([])
  expect(sandbox.store.collection(uploadTickets).count()).toBe(0)
  expect((await send('GET /apps/robots/beep')).text).toBe('Beep')
})

test('with a business go its solutions and what it has; who was in it stays', async () => {
  const {sandbox, send} = await loaded()
  expect((await send('DELETE /api:1/business/acmebusiness')).status).toBe(200)
  for (const id of ['acmebusiness', 'robots', 'robot']) expect(collectionsWith(sandbox, id)).toEqual([])
  expect(collectionsWith(sandbox, robin.email)).toEqual(['persons', 'passwords'])
})

/** The collections that have a record with that word in it. */
function collectionsWith({store}: Sandbox, id: string): string[] {
  const word = new RegExp(`(^|[^a-z])${id}($|[^a-z])`)
  return Object.entries(muranoCollections).flatMap(([name, kind]) => {
    const held = store.collection({name: kind.name, id: kind.id, indexes: []} as unknown as CollectionSpec<object>)
    const isThere = held.find().some((record) => textsIn(record).some((text) => word.test(text)))
    return isThere ? [name] : []
  })
}

/** All values, but no names of fields. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
