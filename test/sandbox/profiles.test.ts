import {describe, expect, test} from 'vitest'
import {type Property} from '../../src/lib/properties/property.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {properties} from '../../src/sandbox/user-properties.ts'
import {freshSandbox, problemsOf, signedIn} from './support.ts'

const {userUuid: admin} = seededAccess
const nobody = '00000000-0000-4000-8000-000000000000'
const ofUser = (uuid: string, query = '') => `/profiles/users/${uuid}/properties${query}`
const one = (uuid: string) => `/profiles/context/properties/${uuid}`
const wanted = {context: 'user', context_uuid: admin, name: 'desk', value: '17', label: 'Desk', description: 'where'}

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const list = async (path: string) => ((await send(`GET ${path}`)).json() as {items: Property[]}).items
  const create = (changes: object = {}) => send(`POST ${ofUser(admin)}`, {...wanted, ...changes})
  return {sandbox, send, list, create}
}

describe('a property', () => {
  test('is created, found in the list, replaced', async () => {
    const {send, list, create} = await administrator()
    const reply = await create()
    const made = reply.json() as Property
    expect([reply.status, made]).toEqual([201, {uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, ...wanted}])
    expect((await list(ofUser(admin))).at(-1)).toEqual(made)
    const changed = await send(`PUT ${one(made.uuid)}`, {...made, value: '18'})
    expect([changed.status, changed.json()]).toEqual([200, {...made, value: '18'}])
    await send(`PUT ${one(made.uuid)}`, {name: 'desk', value: '19'})
    expect((await list(ofUser(admin))).at(-1)).toEqual({...made, value: '19', label: 'desk', description: 'desk'})
  })

  test('is of the user in the path, whatever context_uuid says', async () => {
    const {create} = await administrator()
    expect((await create({context_uuid: nobody})).json()).toMatchObject({context_uuid: admin})
  })

  test('is labelled and described by its name when nothing else is said', async () => {
    const {create} = await administrator()
    const reply = await create({label: undefined, description: undefined})
    expect(reply.json()).toMatchObject({name: 'desk', label: 'desk', description: 'desk'})
  })

  test.each([
    [{name: ''}, 'name is required'],
    [{value: undefined}, 'value is required'],
    [{value: {a: 1}}, 'value must be a string'],
    [{context: 'account'}, 'context must be one of user'],
  ])('is refused with %o', async (changes, problem) => {
    const {send, list, create} = await administrator()
    const reply = await create(changes)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
    const [first] = await list(ofUser(admin))
    expect(problemsOf(await send(`PUT ${one(first?.uuid ?? '')}`, {...first, ...changes}))).toEqual([problem])
    expect((await list(ofUser(admin)))[0]).toEqual(first)
  })

  test('stays with its user', async () => {
    const {send, list} = await administrator()
    const [first] = await list(ofUser(admin))
    const reply = await send(`PUT ${one(first?.uuid ?? '')}`, {...first, context_uuid: seededReader.userUuid})
    expect([reply.status, problemsOf(reply)]).toEqual([400, ['context_uuid cannot be changed']])
  })

  test('goes with its user', async () => {
    const {sandbox, send} = await administrator()
    await send(`DELETE /identity/identities/${seededReader.userUuid}`)
    expect(sandbox.store.collection(properties).count({where: {context_uuid: seededReader.userUuid}})).toBe(0)
  })
})

test('all properties of a user are listed unless a limit is given', async () => {
  const {send, list, create} = await administrator()
  for (let made = 0; made < 12; made++) await create()
  expect(await list(ofUser(admin))).toHaveLength(14)
  expect((await send(`GET ${ofUser(admin, '?limit=5&offset=10')}`)).json()).toMatchObject({
    metadata: {total: 14, offset: 10, count: 4, limit: 5},
  })
})

test('properties of users who are not visible do not exist', async () => {
  const {sandbox, send} = await administrator()
  const neighbour = await signedIn(sandbox, seededNeighbour)
  const made = (await neighbour(`POST ${ofUser(seededNeighbour.userUuid)}`, wanted)).json() as Property
  for (const request of [
    `GET ${ofUser(seededNeighbour.userUuid)}`,
    `POST ${ofUser(seededNeighbour.userUuid)}`,
    `PUT ${one(made.uuid)}`,
    `PUT ${one(nobody)}`,
  ]) {
    const body = request.startsWith('GET') ? undefined : {name: 'x', value: 'y'}
    expect((await send(request, body)).status, request).toBe(404)
  }
})

test('a user who may only read is refused changes', async () => {
  const send = await signedIn(freshSandbox(10), seededReader)
  expect((await send(`POST ${ofUser(seededReader.userUuid)}`, wanted)).status).toBe(403)
  expect((await send(`GET ${ofUser(seededReader.userUuid)}`)).status).toBe(200)
})
