import {createHmac, randomBytes, randomUUID, timingSafeEqual} from 'node:crypto'
import {type TokenReply} from '../lib/client/credentials.ts'
import {type CollectionSpec} from './collection.ts'
import {type Identity, type OauthClient} from './records.ts'
import {unauthorized} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

const accessSeconds = 3600
const refreshSeconds = 30 * 24 * 3600

/** An access token that has been given out and not been revoked. Times are seconds on the sandbox's clock. */
export interface AccessToken {
  jti: string
  access_token: string
  /** `user`, or `client` for one of the client_credentials grant. */
  token_type: 'user' | 'client'
  user_uuid: string
  user_name: string
  account_uuid: string
  client_id: string
  scope: string
  created_at: number
  expires_at: number
}

interface RefreshToken {
  refresh_token: string
  user_uuid: string
  client_id: string
  scope: string
  expires_at: number
}

export const accessTokens: CollectionSpec<AccessToken> = {
  name: 'access_tokens',
  id: 'jti',
  indexes: ['account_uuid', 'user_name', 'client_id', 'token_type'],
}

const refreshTokens: CollectionSpec<RefreshToken> = {name: 'refresh_tokens', id: 'refresh_token', indexes: []}

interface Grant {
  user: Identity
  client: OauthClient
  scope: string
}

/** A new access token; each one differs. */
export function issueAccessToken(sandbox: Sandbox, {user, client, scope}: Grant, type: 'user' | 'client'): TokenReply {
  const {store, clock} = sandbox
  const issued = Math.floor(clock.now() / 1000)
  const expires = issued + accessSeconds
  const jti = randomUUID()
  const claims = {sub: user.uuid, tid: user.account_uuid, scope, iat: issued, exp: expires, jti}
  const token = sign(claims, signingKey(sandbox))
  store.collection(accessTokens).put({
    jti,
    access_token: token,
    token_type: type,
    user_uuid: user.uuid,
    user_name: user.username,
    account_uuid: user.account_uuid,
    client_id: client.public_id,
    scope,
    created_at: issued,
    expires_at: expires,
  })
  return {access_token: token, token_type: 'bearer', expires_in: accessSeconds}
}

/** A refresh token, good for one use. */
export function issueRefreshToken({store, clock}: Sandbox, {user, client, scope}: Grant): string {
  const token = randomBytes(32).toString('base64url')
  store.collection(refreshTokens).put({
    refresh_token: token,
    user_uuid: user.uuid,
    client_id: client.public_id,
    scope,
    expires_at: Math.floor(clock.now() / 1000) + refreshSeconds,
  })
  return token
}

/** Takes a refresh token out of use. Throws a 401 when it was used before, is not this client's, or has expired. */
export function useRefreshToken({store, clock}: Sandbox, token: string, client: OauthClient): RefreshToken {
  return store.transaction(() => {
    const tokens = store.collection(refreshTokens)
    const found = tokens.get(token)
    if (!found || found.client_id !== client.public_id || found.expires_at * 1000 <= clock.now()) {
      throw unauthorized('The refresh token is not valid, has expired or was used before.')
    }
    tokens.delete(token)
    return found
  })
}

/** The record of a token that is good now. Throws a 401 for one that is unknown, expired or revoked. */
export function acceptedToken(sandbox: Sandbox, token: string): AccessToken {
  const claims = verified(token, signingKey(sandbox))
  if (!claims) throw unauthorized('The access token is not valid.')
  if (claims.exp * 1000 <= sandbox.clock.now()) throw unauthorized('The access token has expired.')
  const found = sandbox.store.collection(accessTokens).get(claims.jti)
  if (!found) throw unauthorized('The access token has been revoked.')
  return found
}

export function revokeToken({store}: Sandbox, {jti}: AccessToken): void {
  store.collection(accessTokens).delete(jti)
}

/** Forgets the tokens that have expired. */
export function dropExpiredTokens({store, clock}: Sandbox): void {
  const tokens = store.collection(accessTokens)
  const expired = tokens.find().filter((token) => token.expires_at * 1000 <= clock.now())
  if (expired.length > 0) tokens.deleteWhere({jti: expired.map((token) => token.jti)})
}

interface Claims {
  jti: string
  exp: number
}

/** A JSON Web Token, HS256. */
function sign(claims: object, key: Buffer): string {
  const content = [{alg: 'HS256', typ: 'JWT'}, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${content}.${signature(content, key).toString('base64url')}`
}

function verified(token: string, key: Buffer): Claims | undefined {
  const [header, claims, given, ...rest] = token.split('.')
  if (header === undefined || claims === undefined || given === undefined || rest.length > 0) return undefined
  const wanted = signature(`${header}.${claims}`, key)
  const bytes = Buffer.from(given, 'base64url')
  if (bytes.length !== wanted.length || !timingSafeEqual(bytes, wanted)) return undefined
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims
}

function signature(content: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(content).digest()
}

function signingKey({store}: Sandbox): Buffer {
  return Buffer.from(store.setting<string>('token_key') ?? '', 'base64')
}
