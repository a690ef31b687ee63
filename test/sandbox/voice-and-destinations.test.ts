import {describe, expect, test} from 'vitest'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, type Reply, signedIn} from './support.ts'

const {accountUuid: ours} = seededAccess
const theirs = seededNeighbour.accountUuid
const items = (reply: Reply) => (reply.json() as {items: Record<string, unknown>[]}).items

describe('destinations', () => {
  const path = `/dbsip/accounts/${ours}/destinations`

  test('are listed in pages, and by name or number', async () => {
    const send = await signedIn(freshSandbox(10))
    const all = await send(`GET ${path}`)
    expect(all.json()).toMatchObject({metadata: {total: 3, offset: 0, count: 3, limit: 10}})
    expect(items(all)[0]).toEqual({id: 4101, name: 'Front desk', account_uuid: ours})
    expect(items(await send(`GET ${path}?limit=1&offset=1&trace=x`))).toMatchObject([{id: 4102}])
    expect(items(await send(`GET ${path}?name=Billing`))).toMatchObject([{id: 4102}])
    expect(items(await send(`GET ${path}?id=4103`))).toMatchObject([{id: 4103}])
  })

  test('are shown by number; those of other accounts do not exist', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send('GET /dbsip/destinations/4101')).json()).toEqual(items(await send(`GET ${path}?id=4101`))[0])
    for (const id of ['4201', '1', 'front-desk']) {
      expect((await send(`GET /dbsip/destinations/${id}`)).status).toBe(404)
    }
    expect((await send(`GET /dbsip/accounts/${theirs}/destinations`)).status).toBe(404)
  })

  test('may be read by who may only read', async () => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect(items(await send(`GET ${path}`))).toHaveLength(3)
  })
})

describe('extensions', () => {
  const path = `/voice/extension?account_type=customer&account_uuid=${ours}`

  test('are listed in pages with exact metadata', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send(`GET ${path}&offset=0&limit=100`)).json()).toMatchObject({
      items: [{number: '101'}, {number: '102'}],
      metadata: {total: 2, offset: 0, count: 2, limit: 100},
    })
    expect(items(await send(`GET ${path}&offset=1&limit=1`))).toMatchObject([{number: '102'}])
  })

  test('have channels and metadata when asked', async () => {
    const send = await signedIn(freshSandbox(10))
    const [plain] = items(await send(`GET ${path}`))
    expect(plain).not.toHaveProperty('channels')
    const [whole] = items(await send(`GET ${path}&include=channels,metadata`))
    expect(whole).toEqual({...plain, channels: [{type: 'sip', name: 'desk-101'}], metadata: {voicemail: true}})
  })

  test('are of an account that is named and seen; one without any has an empty list', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send('GET /voice/extension')).status).toBe(400)
    expect((await send(`GET /voice/extension?account_uuid=${theirs}`)).status).toBe(404)
    const empty = await send(`GET ${path.replace(ours, '3e14fcef-ef5b-5d57-924f-338d593acfee')}`)
    expect(empty.json()).toEqual({items: [], metadata: {total: 0, offset: 0, count: 0, limit: 10}})
  })
})
