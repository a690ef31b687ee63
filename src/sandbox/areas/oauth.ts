import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type TokenReply} from '../../lib/client/credentials.ts'
import {readBody, readObject, required, string} from '../fields.ts'
import {filtersOf, listArray, listCollection} from '../lists.ts'
import {passwordMatches} from '../passwords.ts'
import {identities, type Identity, type OauthClient, oauthClients, oauthScopes} from '../records.ts'
import {badRequest, unauthorized} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {
  acceptedToken,
  accessTokens,
  dropExpiredTokens,
  issueAccessToken,
  issueRefreshToken,
  revokeToken,
  useRefreshToken,
} from '../tokens.ts'
import {userByEmail} from '../users.ts'

/** The OAuth service: tokens and scopes. */
export function oauth(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.post('/oauth/token', {config: {auth: 'none'}}, (request) => {
    const {grant_type: type} = readBody(request, {grant_type: required(string())})
    const grant = grants[type]
    if (!grant) throw badRequest(`The grant type ${type} is not supported.`)
    return grant(sandbox, request, clientOf(sandbox, request, type))
  })

  app.post('/oauth/validate/access', {config: {permission: false}}, (request, reply) => {
    visibleToken(sandbox, request)
    return reply.code(204).send()
  })

  app.post('/oauth/invalidate/access', {config: {permission: false}}, (request, reply) => {
    revokeToken(sandbox, visibleToken(sandbox, request))
    return reply.code(204).send()
  })

  for (const path of ['/oauth/oauth/tokens', '/oauth/tokens']) {
    app.get(path, (request) => {
      dropExpiredTokens(sandbox)
      const filters = filtersOf(request, ['token_type', 'user_name', 'client_id'])
      const where = {...filters, account_uuid: request.caller.visibleAccounts()}
      return listCollection(request, store.collection(accessTokens), {where})
    })
  }

  app.get('/oauth/scopes', (request) => listArray(request, store.collection(oauthScopes).find()))
}

type Grant = (sandbox: Sandbox, request: FastifyRequest, client: OauthClient) => TokenReply

const grants: Readonly<Record<string, Grant>> = {
  password: (sandbox, request, client) => {
    const body = readBody(request, {email: required(string()), password: required(string()), scope: string()})
    const user = userByEmail(sandbox.store, body.email)
    if (!user || !passwordMatches(sandbox.store, user.uuid, body.password)) {
      throw unauthorized('The e-mail address or the password is wrong.')
    }
    const grant = {user: active(user), client, scope: allowedScope(client, body.scope)}
    return {...issueAccessToken(sandbox, grant, 'user'), refresh_token: issueRefreshToken(sandbox, grant)}
  },

  client_credentials: (sandbox, request, client) => {
    const {scope} = readBody(request, {scope: string()})
    const user = active(sandbox.store.collection(identities).get(client.app_user))
    return issueAccessToken(sandbox, {user, client, scope: allowedScope(client, scope)}, 'client')
  },

  refresh_token: (sandbox, request, client) => {
    const body = readBody(request, {refresh_token: required(string())})
    const used = useRefreshToken(sandbox, body.refresh_token, client)
    const user = active(sandbox.store.collection(identities).get(used.user_uuid))
    const grant = {user, client, scope: used.scope}
    return {...issueAccessToken(sandbox, grant, 'user'), refresh_token: issueRefreshToken(sandbox, grant)}
  },
}

/** The client that asks: by Basic auth, or, to refresh a token, by its id alone. */
function clientOf({store}: Sandbox, request: FastifyRequest, grantType: string): OauthClient {
  const [scheme, encoded = ''] = (request.headers.authorization ?? '').split(' ')
  const [id, secret] = splitOnce(Buffer.from(encoded, 'base64').toString(), ':')
  const clientId = readObject(request)['client_id']
  const byIdAlone = grantType === 'refresh_token' && scheme === '' && typeof clientId === 'string'
  const client = store.collection(oauthClients).first({public_id: byIdAlone ? clientId : id})
  if (!client || (!byIdAlone && (scheme?.toLowerCase() !== 'basic' || client.secret !== secret))) {
    throw unauthorized('The client id or the client secret is wrong.')
  }
  if (!client.grant_types.includes(grantType)) throw badRequest(`The client may not use the grant ${grantType}.`)
  return client
}

function allowedScope(client: OauthClient, wanted = 'default'): string {
  const unknown = wanted.split(' ').filter((scope) => !client.scope.includes(scope))
  if (unknown.length > 0) throw badRequest(`The client may not ask for the scope ${unknown.join(' ')}.`)
  return wanted
}

function active(user: Identity | undefined): Identity {
  if (user?.status !== 'Active') throw unauthorized('The user is not active.')
  return user
}

/** The token that the body names: one of the caller's own account or of those below it. */
function visibleToken(sandbox: Sandbox, request: FastifyRequest) {
  const body = readBody(request, {access_token: required(string())})
  const token = acceptedToken(sandbox, body.access_token)
  if (!request.caller.sees(token.account_uuid)) throw unauthorized('The access token is not valid.')
  return token
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)]
}
