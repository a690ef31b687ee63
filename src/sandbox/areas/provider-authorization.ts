import {randomBytes, randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {addressOf} from '../address.ts'
import {webAddress} from '../contact-fields.ts'
import {type Field, readFields, required, string, uuid} from '../fields.ts'
import {type ConnectionRecord, providerConnections, type ProviderRecord, providers} from '../providers/records.ts'
import {identities, type Identity} from '../records.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

type ProviderRequest = FastifyRequest<{Params: {provider: string}}>
type ConnectionRequest = FastifyRequest<{Params: {connection: string}}>

const tokenSeconds = 3600

/** How users link accounts with providers, and how tokens for those are to be had. */
export function providerAuthorization(app: FastifyInstance, sandbox: Sandbox): void {
  authorization(app, sandbox)
  tokens(app, sandbox)
}

function authorization(app: FastifyInstance, {store}: Sandbox): void {
  const open = {config: {auth: 'none'}} as const

  app.get('/providers/providers/:provider/oauth/authorize', open, (request: ProviderRequest, reply) => {
    const provider = mustFind(store, request.params.provider)
    const wanted = readFields(request.query as JsonObject, {
      client_id: required(string()),
      redirect_url: required(redirectUrl),
      user_uuid: required(uuid()),
    })
    const connection = store.transaction(() => connect(store, provider, wanted.user_uuid))
    const path = `/providers/authorized/${connection.uuid}`
    return reply.redirect(addressOf(request, `${path}?${new URLSearchParams(wanted).toString()}`))
  })

  app.get('/providers/authorized/:connection', open, (request: ConnectionRequest, reply) => {
    const connection = store.collection(providerConnections).get(request.params.connection)
    if (!connection) throw notFound(`Connection ${request.params.connection}`)
    const {client_id: client = '', redirect_url: next = ''} = request.query as Readonly<Record<string, string>>
    return reply.type('text/plain; charset=utf-8').send(whatHappened(store, connection, client, next))
  })
}

/** On the platform the user would sign in with the provider, and agree; here that is taken for granted. */
function whatHappened(store: Store, connection: ConnectionRecord, client: string, next: string): string {
  const {name} = mustFind(store, connection.provider_uuid)
  return [
    `This is the sandbox: nobody was sent to ${name}, and nobody had to sign in there.`,
    `User ${connection.user_uuid} is taken to have agreed that ${client} may use the account ${connection.user_name}.`,
    `The connection is ${connection.uuid}. On the platform the user would now be sent to ${next}.`,
    '',
  ].join('\n')
}

/** The user's connection with the provider: the one that is there, or a new one. */
function connect(store: Store, provider: ProviderRecord, userUuid: string): ConnectionRecord {
  const user = store.collection(identities).get(userUuid)
  const policy = provider.policies.find(({type}) => type === 'oauth')
  if (!user) throw notFound(`User ${userUuid}`)
  if (!policy) throw notFound(`A policy of the type oauth of provider ${provider.uuid}`)
  const connections = store.collection(providerConnections)
  const known = connections.first({user_uuid: userUuid, provider_uuid: provider.uuid})
  return known ?? connections.put(newConnection(user, provider.uuid, policy.uuid))
}

function newConnection(user: Identity, providerUuid: string, policyUuid: string): ConnectionRecord {
  return {
    uuid: randomUUID(),
    provider_uuid: providerUuid,
    policy_uuid: policyUuid,
    user_name: user.email,
    user_uuid: user.uuid,
    display_name: `${user.first_name} ${user.last_name}`,
    email: user.email,
  }
}

function tokens(app: FastifyInstance, {store}: Sandbox): void {
  const connections = store.collection(providerConnections)

  app.get('/providers/providers/:provider/oauth/token', (request: ProviderRequest) => {
    const provider = mustFind(store, request.params.provider)
    const {policy_uuid: policy} = readFields(request.query as JsonObject, {policy_uuid: required(uuid())})
    if (!provider.policies.some((known) => known.uuid === policy)) throw notFound(`Policy ${policy} of the provider`)
    const hint = request.headers['x-login-hint'] ?? request.caller.user.uuid
    const found = connections
      .find({where: {provider_uuid: provider.uuid, policy_uuid: policy}, anyOf: {user_uuid: hint, user_name: hint}})
      .find(({user_uuid}) => isSeen(request, user_uuid))
    if (!found) throw notFound(`A connection of ${String(hint)} with the provider`)
    return freshToken()
  })

  app.get('/providers/users/connections/:connection/oauth/token', (request: ConnectionRequest) => {
    const connection = connections.get(request.params.connection)
    if (!connection || !isSeen(request, connection.user_uuid)) {
      throw notFound(`Connection ${request.params.connection}`)
    }
    return freshToken()
  })

  function isSeen(request: FastifyRequest, userUuid: string): boolean {
    return request.caller.sees(store.collection(identities).get(userUuid)?.account_uuid ?? '')
  }
}

/** It opens nothing: there is nobody behind it. */
function freshToken() {
  const access_token = `sandbox-provider-${randomBytes(24).toString('base64url')}`
  return {access_token, token_type: 'bearer', expires_in: tokenSeconds}
}

function mustFind(store: Store, uuid: string): ProviderRecord {
  const provider = store.collection(providers).get(uuid)
  if (!provider) throw notFound(`Provider ${uuid}`)
  return provider
}

/** A web address, on this machine also without a domain: programs listen there for what comes back. */
const redirectUrl: Field<string | undefined> = (value) =>
  typeof value === 'string' && /^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/\S*)?$/i.test(value)
    ? {value}
    : webAddress()(value)
