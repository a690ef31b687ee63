import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {filtersOf, listArray, listCollection, mapItems} from '../lists.ts'
import {
  type ConnectionRecord,
  connectionView,
  profileView,
  providerConnections,
  type ProviderRecord,
  providers as providerRecords,
} from '../providers/records.ts'
import {type Sandbox} from '../sandbox.ts'
import {providerAuthorization} from './provider-authorization.ts'

type UserRequest = FastifyRequest<{Params: {user: string}}>

/** The provider service: third parties, users' accounts with them, and tokens for those. */
export function providers(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const connections = store.collection(providerConnections)

  const connectionsOf = (request: UserRequest): ConnectionRecord[] => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    return connections.find({where: {user_uuid: uuid}})
  }

  app.get('/providers/providers', (request) =>
    listArray(request, offered(request, store.collection(providerRecords).find())),
  )

  app.get('/providers/users/:user/providers', (request: UserRequest) => {
    const linked = new Set(connectionsOf(request).map(({provider_uuid}) => provider_uuid))
    const found = store.collection(providerRecords).find({where: {uuid: [...linked]}})
    return listArray(request, offered(request, found))
  })

  app.get('/providers/users/:user/connections', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const filters = filtersOf(request, ['uuid', 'policy_uuid', 'provider_uuid', 'user_name'])
    return mapItems(listCollection(request, connections, {where: {...filters, user_uuid: uuid}}), connectionView)
  })

  app.get('/providers/users/:user/profiles', (request: UserRequest) =>
    mapItems(listArray(request, connectionsOf(request)), (connection) => profileView(store, connection)),
  )

  providerAuthorization(app, sandbox)
}

/** Those of a type, and those that have a policy of a type. */
function offered(request: FastifyRequest, all: readonly ProviderRecord[]): ProviderRecord[] {
  const {type, 'policy.type': policyType} = request.query as Readonly<Record<string, string | undefined>>
  return all.filter(
    (provider) =>
      (type === undefined || provider.type === type) &&
      (policyType === undefined || provider.policies.some((policy) => policy.type === policyType)),
  )
}
