import {describe, expect, test} from 'vitest'
import {contacts as records} from '../../src/sandbox/contacts.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, problemsOf, type Reply, signedIn} from './support.ts'

const mine = `/contacts/users/${seededAccess.userUuid}/contacts`
const one = (uuid: string) => `/contacts/contacts/${uuid}`
const ada = {
  name: {first: 'Ada Maria', last: 'Lund'},
  phone_numbers: [{number: '+14155550100', preferred: true, type: 'Home'}],
  company: {name: 'Acme', rooms: [1, 2]},
}

interface Contact {
  uuid: string
  name: {first: string; last: string}
}

const names = (reply: Reply) => (reply.json() as {items: Contact[]}).items.map(({name}) => name.first)

async function administrator() {
  const sandbox = freshSandbox(10)
  const send = await signedIn(sandbox)
  const created = async (content: object = ada) => (await send(`POST ${mine}`, content)).json() as Contact
  return {sandbox, send, created}
}

test('a contact is made, shown, replaced and deleted; fields may be any', async () => {
  const {send} = await administrator()
  const made = await send(`POST ${mine}`, {...ada, uuid: 'mine', user_uuid: 'mine'})
  const {uuid} = made.json() as Contact
  const contact = {...ada, uuid, user_uuid: seededAccess.userUuid}
  expect([made.status, made.json()]).toEqual([201, contact])
  expect(uuid).toMatch(/^[0-9a-f-]{36}$/)
  expect((await send(`GET ${one(uuid)}`)).json()).toEqual(contact)

  const changed = await send(`PUT ${one(uuid)}`, {name: {first: 'Ada'}, uuid: 'other'})
  expect([changed.status, changed.json()]).toEqual([200, {name: {first: 'Ada'}, uuid, user_uuid: contact.user_uuid}])
  expect((await send(`GET ${one(uuid)}`)).json()).toEqual(changed.json())

  expect(await send(`DELETE ${one(uuid)}`)).toMatchObject({status: 204, text: ''})
  for (const method of ['GET', 'DELETE']) expect((await send(`${method} ${one(uuid)}`)).status).toBe(404)
})

test('contacts are listed in pages, at most a hundred at once', async () => {
  const {send, created} = await administrator()
  for (let count = 3; count < 120; count++) await created({name: {first: `N${count}`}})
  const page = async (query: string) => (await send(`GET ${mine}?${query}`)).json()
  expect(await page('offset=0&limit=999')).toMatchObject({metadata: {total: 120, offset: 0, count: 100, limit: 100}})
  expect(await page('offset=100&limit=999')).toMatchObject({metadata: {total: 120, offset: 100, count: 20, limit: 100}})
  expect(await page('')).toMatchObject({metadata: {total: 120, offset: 0, count: 10, limit: 10}})
})

test.each([
  ['ada', ['Ada Maria']],
  ['MARIA', ['Ada Maria']],
  ['lu', ['Ada Maria']],
  ['da', []],
  ['%2B1415555', ['Marcus', 'Ada Maria']],
  ['+14155550100', ['Ada Maria']],
  ['(415) 555-01', ['Marcus', 'Ada Maria']],
  ['1415', ['Marcus', 'Ada Maria']],
  ['5550100', []],
  ['', ['Ingrid', 'Marcus', 'Dental Supply', 'Ada Maria']],
])('search finds what begins with %j', async (search, expected) => {
  const {send, created} = await administrator()
  await created()
  const query = search.includes('%') ? search : encodeURIComponent(search).replaceAll('%2B', '+')
  const reply = await send(`GET ${mine}?search=${query}&trace=x`)
  expect(names(reply)).toEqual(expected)
  expect(reply.json()).toMatchObject({metadata: {total: expected.length, count: expected.length}})
})

test('search is paged, too', async () => {
  const {send, created} = await administrator()
  await created()
  const reply = await send(`GET ${mine}?search=1415&limit=1&offset=1`)
  expect(names(reply)).toEqual(['Ada Maria'])
  expect(reply.json()).toMatchObject({metadata: {total: 2, offset: 1, count: 1, limit: 1}})
})

test.each([
  [{name: 'Ada'}, 'name must be an object'],
  [{name: {first: ['Ada']}}, 'name has a first that must be a string'],
  [{phone_numbers: [{type: 'Home'}]}, 'phone_numbers element 0 has a number that is required'],
  [
    {phone_numbers: [{number: '1', preferred: 'yes'}]},
    'phone_numbers element 0 has a preferred that must be true or false',
  ],
])('%j is refused', async (content, problem) => {
  const {send, created} = await administrator()
  const {uuid} = await created()
  for (const request of [`POST ${mine}`, `PUT ${one(uuid)}`]) {
    const reply = await send(request, content)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  }
})

describe('contacts of others', () => {
  test('do not exist, where their users are not seen', async () => {
    const {sandbox, created} = await administrator()
    const {uuid} = await created()
    const neighbour = await signedIn(sandbox, seededNeighbour)
    expect((await neighbour(`GET ${mine}`)).status).toBe(404)
    expect((await neighbour(`POST ${mine}`, ada)).status).toBe(404)
    expect((await neighbour(`GET ${one(uuid)}`)).status).toBe(404)
    expect((await neighbour(`PUT ${one(uuid)}`, ada)).status).toBe(404)
    expect((await neighbour(`DELETE ${one(uuid)}`)).status).toBe(404)
  })

  test('are kept apart, and go with their users', async () => {
    const {sandbox, send} = await administrator()
    const theirs = `/contacts/users/${seededReader.userUuid}/contacts`
    await send(`POST ${theirs}`, ada)
    expect(names(await send(`GET ${theirs}`))).toEqual(['Ada Maria'])
    expect(names(await send(`GET ${mine}`))).not.toContain('Ada Maria')
    await send(`DELETE /identity/identities/${seededReader.userUuid}`)
    expect(sandbox.store.collection(records).count({where: {user_uuid: seededReader.userUuid}})).toBe(0)
  })

  test('may be read and not changed by who may only read', async () => {
    const {sandbox, created} = await administrator()
    const {uuid} = await created()
    const reader = await signedIn(sandbox, seededReader)
    expect((await reader(`GET ${one(uuid)}`)).status).toBe(200)
    expect((await reader(`DELETE ${one(uuid)}`)).status).toBe(403)
  })
})
