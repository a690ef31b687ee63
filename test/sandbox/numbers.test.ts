import {describe, expect, test} from 'vitest'
import {
  seededAccess,
  seededLocationUuid,
  seededNeighbour,
  seededNumbers,
  seededReader,
} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, numberRange, problemsOf, type Reply, signedIn} from './support.ts'

interface List {
  items: (string | number)[]
  metadata: {total: number; offset: number; count: number; limit: number}
}

const {accountUuid: account, userUuid: user} = seededAccess
const {free, neighbours, assigned} = seededNumbers

const items = (reply: Reply) => (reply.json() as List).items

describe('places with numbers', () => {
  test.each([
    ['states', ['AZ', 'CA', 'CO', 'FL', 'GA', 'IL', 'MA', 'NC', 'NY', 'OH', 'PA', 'TX', 'WA']],
    ['NC/centers', ['CHARLOTTE', 'RALEIGH']],
    ['nc/centers', ['CHARLOTTE', 'RALEIGH']],
    ['NY/new%20york%20city/npas', [212, 646, 917]],
    ['ZZ/centers', []],
    ['FL/ATLANTIS/npas', []],
  ])('%s are all there, without paging', async (path, expected) => {
    const send = await signedIn(freshSandbox())
    const count = expected.length
    expect((await send(`GET /sms/number/available/${path}`)).json()).toEqual({
      items: expected,
      metadata: {total: count, offset: 0, count, limit: Math.max(count, 10)},
    })
  })

  test('are paged when asked', async () => {
    const send = await signedIn(freshSandbox())
    expect((await send('GET /sms/number/available/FL/centers?offset=20&limit=3')).json()).toMatchObject({
      items: ['TAMPA', 'VENICE', 'VERO BEACH'],
      metadata: {total: 24, offset: 20, count: 3, limit: 3},
    })
    expect(items(await send('GET /sms/number/available/FL/centers'))).toHaveLength(24)
  })

  test('are gone when their last number is sold', async () => {
    const sandbox = freshSandbox(400)
    const send = await signedIn(sandbox)
    const sell = (npa: number) => {
      for (const number of sandbox.store.numbers.available({npa}, 500))
        sandbox.store.numbers.provision(number, {account_uuid: account}, 1)
    }
    sell(704)
    expect(items(await send('GET /sms/number/available/NC/CHARLOTTE/npas'))).toEqual([980])
    sell(980)
    expect(items(await send('GET /sms/number/available/NC/CHARLOTTE/npas'))).toEqual([])
    expect(items(await send('GET /sms/number/available/NC/centers'))).toEqual(['RALEIGH'])
    sell(919)
    sell(984)
    expect(items(await send('GET /sms/number/available/states'))).not.toContain('NC')
  })
})

describe('a search for numbers', () => {
  const search = async (query: string, send?: Awaited<ReturnType<typeof signedIn>>) =>
    (send ?? (await signedIn(freshSandbox())))(`GET /sms/number/available/dids?${query}`)

  test('finds exactly as many as asked for, as strings, and tells that there is no more', async () => {
    const reply = await search('qty=7&tier=1&npa=941')
    expect(items(reply)).toHaveLength(7)
    expect(new Set(items(reply)).size).toBe(7)
    expect(items(reply).every((number) => /^\+1941\d{7}$/.test(String(number)))).toBe(true)
    expect((reply.json() as List).metadata).toEqual({total: 7, offset: 0, count: 7, limit: 7})
    expect(items(await search(''))).toHaveLength(5)
  })

  test('finds fewer when there are no more, and never one that somebody has', async () => {
    const sandbox = freshSandbox(20)
    const send = await signedIn(sandbox)
    const found = items(await search('qty=500', send))
    expect(found).toEqual(sandbox.store.numbers.available({tier: 1}, 500))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(20)
    for (const number of found) expect(sandbox.store.numbers.get(String(number))?.account_uuid).toBeNull()
  })

  test.each([
    ['state=GA', {state: 'GA'}],
    ['state=ga&ratecenter=savannah', {state: 'GA', rate_center: 'SAVANNAH', npa: 912}],
    ['npa=813', {npa: 813, rate_center: 'TAMPA'}],
    ['npa=813&tier=3', {npa: 813, tier: 3}],
    ['network=VI&tier=4', {network: 'VI', tier: 4}],
    ['', {tier: 1}],
  ])('by %j finds those alone', async (query, expected) => {
    const sandbox = freshSandbox()
    const found = items(await search(query, await signedIn(sandbox)))
    expect(found.length).toBeGreaterThan(0)
    for (const number of found) expect(sandbox.store.numbers.get(String(number))).toMatchObject(expected)
  })

  test.each(['npa=999', 'state=ZZ', 'network=XX', 'ratecenter=ATLANTIS', 'state=GA&npa=813'])(
    '%s finds none',
    async (query) => {
      expect((await search(query)).json()).toEqual({items: [], metadata: {total: 0, offset: 0, count: 0, limit: 5}})
    },
  )

  test.each([
    ['qty=0', 'qty must be a whole number from 1 to 500'],
    ['qty=501', 'qty must be a whole number from 1 to 500'],
    ['qty=five', 'qty must be a whole number from 1 to 500'],
    ['tier=5', 'tier must be a whole number from 1 to 4'],
    ['npa=94', 'npa must be a whole number from 200 to 999'],
    ['state=Florida', 'state must be two letters'],
  ])('%s is refused', async (query, problem) => {
    const reply = await search(query)
    expect([reply.status, problemsOf(reply)]).toEqual([400, [problem]])
  })
})

describe('provisioned numbers', () => {
  const numbersOf = (reply: Reply) => (reply.json() as {items: {number: string}[]}).items.map(({number}) => number)

  test('of an account are paged, in order, with exact counts; an option in the path is ignored', async () => {
    const send = await signedIn(freshSandbox())
    const list = async (query: string) => send(`GET /sms/provision/numbers/account/${account}${query}`)
    const all = await list('?offset=0&limit=100')
    expect(numbersOf(all)).toEqual(numberRange(12, 1))
    expect((all.json() as List).metadata).toEqual({total: 12, offset: 0, count: 12, limit: 100})
    const last = await list('?offset=10&limit=5')
    expect([numbersOf(last), (last.json() as List).metadata]).toEqual([
      ['+19412340011', '+19412340012'],
      {total: 12, offset: 10, count: 2, limit: 5},
    ])
    expect(numbersOf(await list('/all?limit=2'))).toEqual(['+19412340001', '+19412340002'])
  })

  test('of a user are theirs alone', async () => {
    const send = await signedIn(freshSandbox())
    const list = async (uuid: string) => send(`GET /sms/provision/numbers/user/${uuid}`)
    expect(numbersOf(await list(user))).toEqual(numberRange(8, 1))
    expect(numbersOf(await list(seededReader.userUuid))).toEqual(['+19412340009', '+19412340010'])
  })

  test('of others are not found', async () => {
    const send = await signedIn(freshSandbox())
    const paths = [
      `account/${seededNeighbour.accountUuid}`,
      `user/${seededNeighbour.userUuid}`,
      `number/${neighbours[0]}`,
      `number/${free}`,
      'number/hello',
    ]
    for (const path of paths) expect((await send(`GET /sms/provision/numbers/${path}`)).status).toBe(404)
    expect((await send(`GET /sms/provision/numbers/account/${seededLocationUuid}`)).json()).toMatchObject({
      items: [],
      metadata: {total: 0},
    })
  })

  test('have details, by either way of writing the number', async () => {
    const send = await signedIn(freshSandbox())
    const details = {
      number: assigned[0],
      provider: 'VI',
      campaign_id: 'CSMILE1',
      campaign: 'CSMILE1',
      help_text: 'Call +1 941 234 0001.',
      state: 'FL',
      rate_center: 'SARASOTA',
      npa: 941,
    }
    for (const number of [assigned[0], encodeURIComponent(assigned[0]), assigned[0].slice(2)]) {
      expect((await send(`GET /sms/provision/numbers/number/${number}`)).json()).toMatchObject(details)
    }
  })

  test('take a help text and a reference', async () => {
    const sandbox = freshSandbox()
    const send = await signedIn(sandbox)
    const numbers = ['+19412340001', '9412340002']
    expect((await send('PUT /sms/provision/numbers/help', {numbers, help_text: 'Call us'})).json()).toEqual({
      help_text: 'Call us',
    })
    expect(
      (
        await send('PUT /sms/provision/numbers/reference', {numbers, reference_id: 'desk', reference_text: 'Front'})
      ).json(),
    ).toEqual({
      reference_id: 'desk',
      reference_text: 'Front',
    })
    for (const number of seededNumbers.unassigned) {
      expect(sandbox.store.numbers.get(number)).toMatchObject({
        help_text: 'Call us',
        reference_id: 'desk',
        reference_text: 'Front',
      })
    }
    expect(sandbox.store.numbers.get('+19412340003')).toMatchObject({
      help_text: 'Call +1 941 234 0001.',
      reference_id: null,
    })
  })

  test.each(['help', 'reference'])(
    'that are not the caller’s take no %s, and none of the others does',
    async (what) => {
      const sandbox = freshSandbox()
      const send = await signedIn(sandbox)
      const numbers = ['+19412340001', neighbours[0], free]
      const reply = await send(`PUT /sms/provision/numbers/${what}`, {numbers, help_text: 'x', reference_id: 'x'})
      expect([reply.status, problemsOf(reply)]).toEqual([
        404,
        [`numbers[1] ${neighbours[0]} is not provisioned`, `numbers[2] ${free} is not provisioned`],
      ])
      expect(sandbox.store.numbers.get('+19412340001')).toMatchObject({help_text: null, reference_id: null})
      expect((await send(`PUT /sms/provision/numbers/${what}`, {numbers: ['+19412340001']})).status).toBe(400)
    },
  )
})
