import {UnsecuredJWT} from 'jose'
import {expect, test} from 'vitest'
import {readClaims} from '../../../src/lib/profile/access-token.ts'
import {readConfig} from '../../../src/lib/profile/config-file.ts'
import {saveLogin, sessionFromToken} from '../../../src/lib/profile/login.ts'
import {createSecretStore} from '../../../src/lib/profile/secrets.ts'
import {tempHome} from './temp-home.ts'

const origins = ['https://a.example']
const jwt = new UnsecuredJWT({sub: 'u-1', tid: 'a-1'}).setExpirationTime(2_000_000_000).encode()

async function home() {
  const {paths} = await tempHome()
  const store = createSecretStore({paths, mode: 'file', note: () => undefined})
  return {paths, store, config: () => readConfig(paths.configFile)}
}

test('a JWT names user, account and expiry', async () => {
  expect(await readClaims(jwt)).toEqual({user: 'u-1', account: 'a-1', expiresAt: 2_000_000_000_000})
})

test.each(['', 'opaque', 'a.b.c', 'e30.e30.', 'x'.repeat(10_000)])('%j names nothing', async (token) => {
  expect(await readClaims(token)).toEqual({})
})

test('a token of the user lasts as long as it says, or unknown', async () => {
  expect(await sessionFromToken(jwt, origins)).toEqual({
    ...{access_token: jwt, token_type: 'Bearer', grant: 'token', origins},
    expires_at: 2_000_000_000_000,
  })
  expect(await sessionFromToken('opaque', origins)).not.toHaveProperty('expires_at')
})

test('the first login makes its profile the current one, the next does not', async () => {
  const {paths, store, config} = await home()
  const session = await sessionFromToken('opaque', origins)
  await saveLogin(paths, store, {profile: 'prod', fields: {account: 'a-1'}, session, basicToken: 'basic'})
  await saveLogin(paths, store, {profile: 'test', fields: {}, session})
  expect(config()).toMatchObject({current: 'prod', profiles: {prod: {account: 'a-1'}, test: {}}})
  expect(await store.get('prod', 'session')).toEqual(session)
  expect(await store.get('prod', 'basic_token')).toEqual({value: 'basic', origins})
})

test('a login takes the place of the earlier one, its basic token included', async () => {
  const {paths, store} = await home()
  const session = await sessionFromToken('first', origins)
  await saveLogin(paths, store, {profile: 'prod', fields: {}, session, basicToken: 'basic'})
  await saveLogin(paths, store, {profile: 'prod', fields: {}, session: await sessionFromToken('second', origins)})
  expect(await store.get('prod', 'session')).toMatchObject({access_token: 'second'})
  expect(await store.get('prod', 'basic_token')).toBeUndefined()
})

test('the sandbox takes no login', async () => {
  const {paths, store} = await home()
  const session = await sessionFromToken('opaque', origins)
  await expect(saveLogin(paths, store, {profile: 'sandbox', fields: {}, session})).rejects.toMatchObject({exit: 2})
})
