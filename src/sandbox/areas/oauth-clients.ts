import {randomBytes, randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {addApplicationGroups} from '../auth/applications.ts'
import {listOf, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection} from '../lists.ts'
import {type OauthClient, oauthClients as clientRecords, oauthScopes} from '../records.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type ClientRequest = FastifyRequest<{Params: {client: string}}>

/** The OAuth service: clients. Each call is served where it is now, and where it was on the auth host up to 4.14.1. */
export function oauthClients(app: FastifyInstance, {store}: Sandbox): void {
  const clients = store.collection(clientRecords)

  const mustFind = (request: ClientRequest): OauthClient => {
    const client = clients.get(request.params.client)
    if (!client || !request.caller.sees(client.account_uuid)) throw notFound(`Client ${request.params.client}`)
    return client
  }

  for (const path of ['/oauth/oauth/clients', '/oauth/clients']) {
    app.get(path, (request) => {
      const filters = filtersOf(request, ['uuid', 'name', 'description', 'public_id', 'application_type', 'app_user'])
      return listCollection(request, clients, {where: {...filters, account_uuid: request.caller.visibleAccounts()}})
    })

    app.post(path, (request, reply) => {
      const client = store.transaction(() => {
        const made = clients.put(newClient(request))
        addApplicationGroups(store, made.uuid)
        return made
      })
      return reply.accepted(`/oauth/oauth/clients/${client.uuid}`, {body: client})
    })
  }

  app.post('/oauth/clients/:client/scopes', (request: ClientRequest, reply) => {
    const {uuid: client} = mustFind(request)
    const {scope = ['default']} = readBody(request, {scope: listOf(string())})
    const unknown = scope.filter((name) => !store.collection(oauthScopes).get(name))
    if (unknown.length > 0) {
      throw badRequest('Some scopes do not exist.', [{field: 'scope', message: `unknown: ${unknown.join(', ')}`}])
    }
    clients.update(client, (record) => ({...record, scope}))
    return reply.code(204).send()
  })

  for (const path of ['/oauth/clients/:client/policy', '/clients/:client/policy']) {
    app.post(path, (request: ClientRequest, reply) => {
      const {uuid: client} = mustFind(request)
      const {uuid: policy} = readBody(request, {uuid: required(uuid())})
      clients.update(client, (record) => ({...record, policy_uuid: policy}))
      return reply.code(204).send()
    })
  }
}

function newClient(request: FastifyRequest): OauthClient {
  const body = readBody(request, {
    name: required(string({max: 100})),
    description: required(string()),
    application_type: string(),
    grant_types: listOf(string()),
    app_user: required(uuid()),
  })
  const user = request.caller.mustSeeUser(body.app_user)
  return {
    uuid: randomUUID(),
    name: body.name,
    description: body.description,
    public_id: randomBytes(12).toString('hex'),
    secret: randomBytes(24).toString('base64url'),
    application_type: body.application_type ?? 'connect',
    grant_types: body.grant_types ?? ['client_credentials'],
    app_user: user.uuid,
    account_uuid: user.account_uuid,
    scope: ['default'],
  }
}
