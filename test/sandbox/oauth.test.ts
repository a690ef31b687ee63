import {describe, expect, test} from 'vitest'
import {identities} from '../../src/sandbox/records.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess, seededMaster, seededNeighbour, seededReader} from '../../src/sandbox/seeded-access.ts'
import {freshSandbox, signedIn, signIn, tokenRequest, type Tokens} from './support.ts'

const {email, password} = seededAccess
const passwordGrant = {grant_type: 'password', scope: 'default', email, password}

function claims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
}

async function whoami(sandbox: Sandbox, token: string) {
  const app = await sandbox.app()
  return app.inject({url: '/identity/users/me', headers: {authorization: `Bearer ${token}`}})
}

describe('the password grant', () => {
  test('gives a JWT of the user and account, with an hour to live, and a refresh token', async () => {
    const sandbox = freshSandbox(10)
    const {now} = sandbox.clock.stop()
    const reply = await tokenRequest(sandbox, passwordGrant)
    expect(reply.status).toBe(200)
    const tokens = reply.json() as Tokens
    expect(tokens).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      refresh_token: expect.stringMatching(/^[\w-]{40,}$/) as string,
      token_type: 'bearer',
      expires_in: 3600,
    })
    expect(claims(tokens.access_token)).toMatchObject({
      sub: seededAccess.userUuid,
      tid: seededAccess.accountUuid,
      iat: Math.floor(now / 1000),
      exp: Math.floor(now / 1000) + 3600,
    })
  })

  test('gives another token each time', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const tokens = [await signIn(sandbox), await signIn(sandbox)]
    expect(new Set(tokens.map((token) => token.access_token)).size).toBe(2)
    expect(new Set(tokens.map((token) => token.refresh_token)).size).toBe(2)
  })

  const basic = (text: string) => ({authorization: `Basic ${Buffer.from(text).toString('base64')}`})
  test.each([
    ['a wrong password', {...passwordGrant, password: 'x'}, undefined, 401],
    ['an unknown user', {...passwordGrant, email: 'nobody@sunrise.example'}, undefined, 401],
    ['no password', {grant_type: 'password', email}, undefined, 400],
    ['a scope that does not exist', {...passwordGrant, scope: 'default everything'}, undefined, 400],
    ['an unknown grant', {grant_type: 'magic'}, undefined, 400],
    ['no grant', {email}, undefined, 400],
    ['a wrong client secret', passwordGrant, basic(`${seededAccess.publicId}:wrong`), 401],
    ['an unknown client', passwordGrant, basic(`nobody:${seededAccess.secret}`), 401],
    ['a bearer token in place of Basic', passwordGrant, {authorization: `Bearer ${seededAccess.basicToken}`}, 401],
    ['no authorization', passwordGrant, {}, 401],
    ['a client id without a secret', {...passwordGrant, client_id: seededAccess.publicId}, {}, 401],
  ] as const)('refuses %s', async (_what, fields, headers, status) => {
    const reply = await tokenRequest(freshSandbox(10), fields, headers)
    expect(reply.status).toBe(status)
    expect(reply.json()).toMatchObject({code: status, details: expect.any(Array) as unknown[]})
    expect(reply.text).not.toContain(password)
  })

  test('refuses a user who is not active, and so does every route', async () => {
    const sandbox = freshSandbox(10)
    const {access_token: token} = await signIn(sandbox)
    sandbox.store.collection(identities).update(seededAccess.userUuid, (user) => ({...user, status: 'Inactive'}))
    expect((await tokenRequest(sandbox, passwordGrant)).status).toBe(401)
    expect((await whoami(sandbox, token)).statusCode).toBe(401)
  })
})

describe('the client_credentials grant', () => {
  test("gives a token of the client's user, without refresh token", async () => {
    const sandbox = freshSandbox(10)
    const reply = await tokenRequest(sandbox, {grant_type: 'client_credentials', scope: 'default'})
    expect(reply.status).toBe(200)
    expect(reply.json()).not.toHaveProperty('refresh_token')
    const {access_token: token} = reply.json() as Tokens
    expect((await whoami(sandbox, token)).json()).toMatchObject({user_uuid: seededAccess.userUuid, email})
  })
})

describe('the refresh_token grant', () => {
  const refresh = (sandbox: Sandbox, token: string) =>
    tokenRequest(sandbox, {grant_type: 'refresh_token', refresh_token: token})

  test('gives a new pair and takes the old refresh token out of use', async () => {
    const sandbox = freshSandbox(10)
    const old = await signIn(sandbox)
    const first = await refresh(sandbox, old.refresh_token)
    expect(first.status).toBe(200)
    const renewed = first.json() as Tokens
    expect((await whoami(sandbox, renewed.access_token)).statusCode).toBe(200)
    expect((await refresh(sandbox, old.refresh_token)).status).toBe(401)
    expect((await refresh(sandbox, renewed.refresh_token)).status).toBe(200)
  })

  test('is enough with the client id alone', async () => {
    const sandbox = freshSandbox(10)
    const {refresh_token: token} = await signIn(sandbox)
    const fields = {grant_type: 'refresh_token', refresh_token: token, client_id: seededAccess.publicId}
    expect((await tokenRequest(sandbox, fields, {})).status).toBe(200)
  })

  test('refuses a token that is 30 days old', async () => {
    const sandbox = freshSandbox(10)
    const {refresh_token: token} = await signIn(sandbox)
    sandbox.clock.advance(30 * 24 * 3600 * 1000)
    expect((await refresh(sandbox, token)).status).toBe(401)
  })
})

describe('access tokens', () => {
  test('are refused when they are unknown, expired or missing', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    const {access_token: token} = await signIn(sandbox)
    const [header, body, signature] = token.split('.') as [string, string, string]
    const forged = Buffer.from(JSON.stringify({...claims(token), sub: seededMaster.userUuid})).toString('base64url')
    for (const bad of ['', 'abc', `${header}.${forged}.${signature}`, `${header}.${body}.`, `${token}.x`]) {
      expect((await whoami(sandbox, bad)).statusCode).toBe(401)
    }
    sandbox.clock.advance(3_599_000)
    expect((await whoami(sandbox, token)).statusCode).toBe(200)
    sandbox.clock.advance(1000)
    const expired = await whoami(sandbox, token)
    expect([expired.statusCode, expired.json<{message: string}>().message]).toEqual([
      401,
      'The access token has expired.',
    ])
  })

  test('can be checked and revoked', async () => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const {access_token: other} = await signIn(sandbox)
    expect(await send('POST /oauth/validate/access', {access_token: other})).toMatchObject({status: 204, text: ''})
    expect(await send('POST /oauth/invalidate/access', {access_token: other})).toMatchObject({status: 204, text: ''})
    expect((await send('POST /oauth/validate/access', {access_token: other})).status).toBe(401)
    expect((await whoami(sandbox, other)).json()).toMatchObject({message: 'The access token has been revoked.'})
    expect((await send('POST /oauth/validate/access', {})).json()).toMatchObject({
      code: 400,
      details: [{field: 'access_token', message: 'is required'}],
    })
  })

  test('of a read-only user may be revoked by that user, those of other accounts by nobody', async () => {
    const sandbox = freshSandbox(10)
    const {access_token: own} = await signIn(sandbox, seededReader)
    const {access_token: foreign} = await signIn(sandbox, seededNeighbour)
    const send = await signedIn(sandbox, seededReader)
    expect((await send('POST /oauth/invalidate/access', {access_token: own})).status).toBe(204)
    expect((await send('POST /oauth/invalidate/access', {access_token: foreign})).status).toBe(401)
    expect((await whoami(sandbox, foreign)).statusCode).toBe(200)
  })

  test('are listed while they are good, by kind and user', async () => {
    const sandbox = freshSandbox(10)
    sandbox.clock.stop()
    await signIn(sandbox)
    sandbox.clock.advance(3_600_000)
    await tokenRequest(sandbox, {grant_type: 'client_credentials'})
    await signIn(sandbox, seededNeighbour)
    const send = await signedIn(sandbox)
    const list = async (query: string) =>
      ((await send(`GET /oauth/oauth/tokens${query}`)).json() as {items: {token_type: string; user_name: string}[]})
        .items
    expect((await list('')).map((token) => token.token_type)).toEqual(['client', 'user'])
    expect(await list('?token_type=client')).toHaveLength(1)
    expect(await list('?user_name=somebody@else.example')).toEqual([])
  })
})

describe('OAuth clients', () => {
  test.each(['/oauth/oauth/clients', '/oauth/clients'])('made at %s can sign in, within their scopes', async (path) => {
    const sandbox = freshSandbox(10)
    const send = await signedIn(sandbox)
    const made = await send(`POST ${path}`, {name: 'ci', description: 'CI', app_user: seededReader.userUuid})
    expect(made.status).toBe(202)
    const client = made.json() as {uuid: string; public_id: string; secret: string}
    const authorization = `Basic ${Buffer.from(`${client.public_id}:${client.secret}`).toString('base64')}`
    const ask = (scope: string) =>
      tokenRequest(sandbox, {grant_type: 'client_credentials', scope}, {authorization}).then((reply) => reply.status)
    expect([await ask('default'), await ask('sms:send')]).toEqual([200, 400])
    expect((await tokenRequest(sandbox, passwordGrant, {authorization})).status).toBe(400)

    expect((await send(`POST /oauth/clients/${client.uuid}/scopes`, {scope: ['sms:send']})).status).toBe(204)
    expect([await ask('default'), await ask('sms:send')]).toEqual([400, 200])
    expect((await send(`POST /oauth/clients/${client.uuid}/scopes`, {scope: ['nonsense']})).status).toBe(400)
    expect((await send(`GET ${path}?name=ci`)).json()).toMatchObject({
      items: [{uuid: client.uuid, grant_types: ['client_credentials'], application_type: 'connect'}],
      metadata: {total: 1},
    })
  })

  test('take a policy at both places, and are not there for other accounts', async () => {
    const sandbox = freshSandbox(10)
    const [send, neighbour] = [await signedIn(sandbox), await signedIn(sandbox, seededNeighbour)]
    const {items} = (await send('GET /oauth/oauth/clients')).json() as {items: {uuid: string}[]}
    const uuid = items[0]?.uuid ?? ''
    for (const path of [`/oauth/clients/${uuid}/policy`, `/clients/${uuid}/policy`]) {
      expect((await send(`POST ${path}`, {uuid: seededAccess.userUuid})).status).toBe(204)
      expect((await neighbour(`POST ${path}`, {uuid: seededAccess.userUuid})).status).toBe(404)
      expect((await send(`POST ${path}`, {uuid: 'no-uuid'})).status).toBe(400)
    }
    expect((await neighbour('GET /oauth/oauth/clients')).json()).toMatchObject({items: [], metadata: {total: 0}})
  })

  test('scopes are a list', async () => {
    const send = await signedIn(freshSandbox(10))
    expect((await send('GET /oauth/scopes')).json()).toMatchObject({
      items: [{name: 'default'}, {}, {}, {}],
      metadata: {total: 4, offset: 0, count: 4, limit: 10},
    })
  })
})
