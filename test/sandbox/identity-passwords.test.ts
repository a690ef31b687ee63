import {describe, expect, test} from 'vitest'
import {namedUuid} from '../../src/sandbox/named-uuid.ts'
import {readOutbox} from '../../src/sandbox/outbox.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn, tokenRequest} from './support.ts'

const {accountUuid: ours, email, password} = seededAccess
const strict = namedUuid('password policy strict')
const standard = namedUuid('password policy standard')
const policyOf = (account: string) => `/identity/accounts/${account}/password_policy`
const changePassword = 'POST /identity/users/change_password'
const tokens = '/identity/users/password-tokens'

async function administrator() {
  const sandbox = freshSandbox(10)
  return {sandbox, send: await signedIn(sandbox)}
}

async function canSignIn(sandbox: Sandbox, who: string, secret: string): Promise<boolean> {
  const reply = await tokenRequest(sandbox, {grant_type: 'password', email: who, password: secret})
  return reply.status === 200
}

describe('changing a password', () => {
  test('takes the old one and lets the user in with the new one only', async () => {
    const {sandbox, send} = await administrator()
    const reply = await send(changePassword, {email, old_data: password, new_data: 'brand-new-1'})
    expect(reply).toMatchObject({status: 204, text: ''})
    expect(await canSignIn(sandbox, email, 'brand-new-1')).toBe(true)
    expect(await canSignIn(sandbox, email, password)).toBe(false)
  })

  test.each([
    ['a wrong old password', {old_data: 'wrong'}, 400, [{field: 'old_data', message: 'is not the present password'}]],
    ['no old password', {old_data: ''}, 400, [{field: 'old_data', message: 'is required'}]],
    [
      'a short new password',
      {new_data: 'short'},
      400,
      [{field: 'new_data', message: 'must have at least 8 characters'}],
    ],
    ['an unknown user', {email: 'nobody@sunrise.example'}, 404, []],
    ['a user who is not visible', {email: seededNeighbour.email, old_data: seededNeighbour.password}, 404, []],
  ])('is refused with %s', async (_what, changes, status, details) => {
    const {sandbox, send} = await administrator()
    const reply = await send(changePassword, {email, old_data: password, new_data: 'brand-new-1', ...changes})
    expect([reply.status, reply.json()]).toMatchObject([status, {details}])
    expect(await canSignIn(sandbox, email, password)).toBe(true)
  })

  test('is open to everybody for their own password, to administrators for others', async () => {
    const sandbox = freshSandbox(10)
    const [reader, admin] = [await signedIn(sandbox, seededReader), await signedIn(sandbox)]
    const foreign = {email, old_data: password, new_data: 'brand-new-1'}
    expect((await reader(changePassword, foreign)).status).toBe(403)
    const own = {email: seededReader.email, old_data: seededReader.password, new_data: 'brand-new-1'}
    expect((await reader(changePassword, own)).status).toBe(204)
    expect((await admin(changePassword, {...own, old_data: 'brand-new-1', new_data: 'brand-new-2'})).status).toBe(204)
    expect(await canSignIn(sandbox, seededReader.email, 'brand-new-2')).toBe(true)
  })
})

describe('checking a login', () => {
  const login = 'POST /identity/users/login'

  test('answers with the user', async () => {
    const send = await signedIn(freshSandbox(10), seededReader)
    const reply = await send(login, {email, password})
    expect([reply.status, reply.json()]).toMatchObject([200, {user_uuid: seededAccess.userUuid, email}])
  })

  test('is 401 for a wrong password, an unknown user and one who is not active', async () => {
    const {send} = await administrator()
    expect((await send(login, {email, password: 'wrong'})).status).toBe(401)
    expect((await send(login, {email: 'nobody@sunrise.example', password})).status).toBe(401)
    const reader = {email: seededReader.email, password: seededReader.password}
    expect((await send(login, reader)).status).toBe(200)
    await send(`POST /identity/identities/${seededReader.userUuid}/deactivate`)
    expect((await send(login, reader)).status).toBe(401)
    expect((await send(login, {email})).status).toBe(400)
  })
})

describe('a password token', () => {
  async function requested() {
    const {sandbox, send} = await administrator()
    sandbox.clock.stop()
    const reply = await send(`POST ${tokens}`, {email: seededReader.email})
    const message = readOutbox(sandbox.store, {to: seededReader.email})[0]
    return {sandbox, send, reply, message, token: message?.secret ?? ''}
  }
  const set = {email: seededReader.email, password: 'brand-new-1'}

  test('is mailed to the user and not told to who asks', async () => {
    const {reply, message, token} = await requested()
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(message).toMatchObject({channel: 'email', to: [seededReader.email], sent_by: null})
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(JSON.stringify(reply.headers)).not.toContain(token)
    expect(reply.headers['location']).toEqual(expect.any(String))
  })

  test.each(['nobody@sunrise.example', seededNeighbour.email])('is not made for %s', async (unknown) => {
    const {sandbox, send} = await administrator()
    expect((await send(`POST ${tokens}`, {email: unknown})).status).toBe(404)
    expect((await send(`POST ${tokens}`, {})).status).toBe(400)
    expect(readOutbox(sandbox.store, {channel: 'email'})).toEqual([])
  })

  test('sets a new password, once', async () => {
    const {sandbox, send, token} = await requested()
    expect((await send(`GET ${tokens}/${token}`)).json()).toEqual({email: seededReader.email})
    const reply = await send(`PUT ${tokens}/${token}`, set)
    expect(reply).toMatchObject({status: 202, text: ''})
    expect(reply.headers['location']).toMatch(new RegExp(`/identity/identities/${seededReader.userUuid}$`))
    expect(await canSignIn(sandbox, seededReader.email, 'brand-new-1')).toBe(true)
    expect((await send(`PUT ${tokens}/${token}`, set)).status).toBe(404)
    expect((await send(`GET ${tokens}/${token}`)).status).toBe(404)
  })

  test('expires after an hour: it has no e-mail address then, and sets nothing', async () => {
    const {sandbox, token} = await requested()
    sandbox.clock.advance(3_599_999)
    // The caller's own session is as old.
    const later = await signedIn(sandbox)
    expect((await later(`GET ${tokens}/${token}`)).json()).toEqual({email: seededReader.email})
    sandbox.clock.advance(1)
    expect(await later(`GET ${tokens}/${token}`)).toMatchObject({status: 200, text: '{"email":null}'})
    expect((await later(`PUT ${tokens}/${token}`, set)).status).toBe(404)
  })

  test.each([
    ['another e-mail address', {email}, 'email'],
    ['a password that breaks the policy', {password: 'short'}, 'password'],
    ['no password', {password: undefined}, 'password'],
  ])('sets nothing with %s, and stays good', async (_what, changes, field) => {
    const {send, token} = await requested()
    const reply = await send(`PUT ${tokens}/${token}`, {...set, ...changes})
    expect([reply.status, reply.json()]).toMatchObject([400, {details: [{field}]}])
    expect((await send(`PUT ${tokens}/${token}`, set)).status).toBe(202)
  })

  test('that nobody made is not found', async () => {
    const {send} = await administrator()
    expect((await send(`GET ${tokens}/abc`)).status).toBe(404)
    expect((await send(`PUT ${tokens}/abc`, set)).status).toBe(404)
  })
})

describe('password policies', () => {
  test('are listed, with their rules when asked', async () => {
    const {send} = await administrator()
    const plain = await send('GET /identity/passwords/policies')
    expect(plain.json()).toEqual({
      items: [
        {uuid: standard, name: 'standard'},
        {uuid: strict, name: 'strict'},
      ],
      metadata: {total: 2, offset: 0, count: 2, limit: 10},
    })
    expect((await send('GET /identity/passwords/policies?include=rules')).json()).toMatchObject({
      items: [{rules: [{type: 'min_length', value: 8}]}, {rules: [{}, {}, {}]}],
    })
  })

  test('are chosen per account; without a choice the standard one holds', async () => {
    const {send} = await administrator()
    const current = async () => (await send(`GET ${policyOf(ours)}`)).json()
    expect(await current()).toMatchObject({uuid: standard})
    const reply = await send(`PUT ${policyOf(ours)}`, {uuid: strict})
    expect([reply.status, reply.json()]).toMatchObject([200, {uuid: strict}])
    expect(await current()).toMatchObject({uuid: strict, name: 'strict'})
    const removed = await send(`DELETE ${policyOf(ours)}`)
    expect(removed).toMatchObject({status: 204, text: ''})
    expect(await current()).toMatchObject({uuid: standard})
  })

  test('that do not exist cannot be chosen, nor for an account that is not visible', async () => {
    const {send} = await administrator()
    expect((await send(`PUT ${policyOf(ours)}`, {})).status).toBe(400)
    expect((await send(`PUT ${policyOf(ours)}`, {uuid: ours})).status).toBe(404)
    for (const [method, body] of [['GET'], ['PUT', {uuid: strict}], ['DELETE']] as const) {
      expect((await send(`${method} ${policyOf(seededNeighbour.accountUuid)}`, body)).status).toBe(404)
    }
  })

  test.each([
    ['short-1!', ['must have at least 12 characters']],
    ['long-enough-for-it', ['must have at least 1 digits']],
    ['longenough4all', ['must have at least 1 symbols']],
    ['short', ['must have at least 12 characters', 'must have at least 1 digits', 'must have at least 1 symbols']],
    ['long-enough-4-all', []],
  ])('hold for new passwords: %s', async (candidate, problems) => {
    const {send} = await administrator()
    await send(`PUT ${policyOf(ours)}`, {uuid: strict})
    const reply = await send(changePassword, {email, old_data: password, new_data: candidate})
    expect(reply.status).toBe(problems.length > 0 ? 400 : 204)
    const details = reply.text === '' ? [] : (reply.json() as {details: {message: string}[]}).details
    expect(details.map((detail) => detail.message)).toEqual(problems)
  })

  test('are not for a user who may only read to choose', async () => {
    const send = await signedIn(freshSandbox(10), seededReader)
    expect((await send(`PUT ${policyOf(ours)}`, {uuid: strict})).status).toBe(403)
    expect((await send(`DELETE ${policyOf(ours)}`)).status).toBe(403)
    expect((await send(`GET ${policyOf(ours)}`)).status).toBe(200)
  })
})
