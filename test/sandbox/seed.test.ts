import {isValidPhoneNumber} from 'libphonenumber-js/max'
import {describe, expect, test} from 'vitest'
import {accounts, identities, userGroups} from '../../src/sandbox/records.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {scopesOf} from '../../src/sandbox/auth/scopes.ts'
import {freshSandbox, signedIn, signIn} from './support.ts'

describe('the seeds', () => {
  test('are the same in every sandbox', () => {
    const [one, other] = [freshSandbox(), freshSandbox()].map(({store}) => ({
      accounts: store.collection(accounts).find(),
      users: store.collection(identities).find(),
      groups: store.collection(userGroups).find(),
      numbers: store.numbers.available({}, 10_000),
    }))
    expect(one).toEqual(other)
    expect(seededAccess.accountUuid).toBe('ea9c1bf3-a6a3-5ca5-916e-5494e4ddb21d')
    expect(seededAccess.userUuid).toBe('eb296a99-5e24-5d6d-bcfc-af60222222f4')
  })

  test('hold as many numbers as asked for, all different, all valid, of every tier, and in their area code', () => {
    const {store} = freshSandbox()
    const numbers = store.numbers.available({}, 10_000)
    expect(store.numbers.counts().total).toBe(5000)
    expect(new Set(numbers).size).toBe(5000 - 14)
    expect(numbers.filter((number) => !isValidPhoneNumber(number))).toEqual([])
    for (const tier of [1, 2, 3, 4]) {
      const [number = ''] = store.numbers.available({state: 'FL', rate_center: 'SARASOTA', tier}, 1)
      expect(store.numbers.get(number)).toMatchObject({npa: 941, tier, network: 'VI'})
      expect(number).toMatch(/^\+1941/)
    }
    expect(store.numbers.get('+19412340001')).toMatchObject({rate_center: 'SARASOTA', tier: 1})
  })

  test('go over several exchanges when the inventory is large, and numbers stay valid', () => {
    const {store} = freshSandbox(1_000_000)
    expect(store.numbers.counts()).toEqual({total: 1_000_000, provisioned: 14})
    const sample = store.db.rows<{number: string}>('SELECT number FROM numbers WHERE number LIKE ?', ['%777'])
    expect(sample.length).toBeGreaterThan(900)
    expect(sample.filter(({number}) => !isValidPhoneNumber(number))).toEqual([])
  })

  test('tell states, rate centres and area codes', () => {
    const {numbers} = freshSandbox().store
    expect(numbers.states()).toContain('FL')
    expect(numbers.states()).toHaveLength(13)
    expect(numbers.rateCenters('FL')).toContain('SARASOTA')
    expect(numbers.areaCodes('FL', 'SARASOTA')).toEqual([941])
    expect(numbers.areaCodes('NY', 'NEW YORK CITY')).toEqual([212, 646, 917])
    expect(numbers.rateCenters('ZZ')).toEqual([])
  })

  test('give each account a default group of both kinds, and rights by group', () => {
    const {store} = freshSandbox()
    for (const {uuid} of store.collection(accounts).find()) {
      const groups = store.collection(userGroups).find({where: {account_uuid: uuid, default: true}})
      expect(groups.map((group) => group.type)).toEqual(['admin', 'user'])
    }
    const names = store
      .collection(identities)
      .find()
      .map((user) => [user.first_name, scopesOf(store, user.uuid, 'sms', 'create').accounts.length > 0])
    expect(Object.fromEntries(names)).toEqual({Ada: true, Ben: false, Cleo: true, Dana: true})
  })
})

describe('reset', () => {
  test('goes back to the seeds, with clock and faults as at first, and ends all tokens', async () => {
    const sandbox = freshSandbox(100)
    const before = sandbox.status()
    const send = await signedIn(sandbox)
    sandbox.store.numbers.provision('+19412340050', {account_uuid: 'a'}, 1)
    sandbox.store.collection(accounts).delete(seededAccess.accountUuid)
    sandbox.clock.stop()
    sandbox.faults.set({kind: 'drop', path: '/never'})
    sandbox.reset()
    expect(sandbox.status().counts).toEqual(before.counts)
    expect(before.counts).toMatchObject({accounts: 8, users: 4, numbers: {total: 100, provisioned: 12}})
    expect(sandbox.status()).toMatchObject({clock: {offset: 0, stopped: false}, faults: []})
    expect((await send('GET /identity/users/me')).status).toBe(401)
    expect((await signIn(sandbox)).access_token).toMatch(/^eyJ/)
  })
})
