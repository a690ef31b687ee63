import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Entitlement} from '../../lib/entitlements/entitlement.ts'
import {type Conditions} from '../collection.ts'
import {activate, entitlements as records, grantAll, removeAll} from '../entitlements/entitlements.ts'
import {products} from '../entitlements/products.ts'
import {filtersOf, includedIn, listCollection, mapItems, within} from '../lists.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'

type UserRequest = FastifyRequest<{Params: {user: string; entitlement: string}; Querystring: {product_type?: string}}>
type AccountRequest = FastifyRequest<{Params: {account: string}}>

const ofUser = ['account_uuid', 'status', 'product_uuid']
const ofAccount = ['uuid', 'user_uuid', 'product_uuid', 'status']

/** The entitlement service: which users may use which products. */
export function entitlements(app: FastifyInstance, {store}: Sandbox): void {
  const listed = (request: FastifyRequest, where: Conditions) =>
    mapItems(listCollection(request, store.collection(records), {where}), (one) => view(store, one, request))

  app.get('/entitlements/users/:user/entitlements', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    const where = {...filtersOf(request, ofUser), user_uuid: uuid}
    const {product_type: type} = request.query
    return listed(request, type === undefined ? where : within(where, 'product_uuid', productsOfType(store, type)))
  })

  app.post('/entitlements/users/:user/entitlements/:entitlement/activate', (request: UserRequest) => {
    const {uuid} = request.caller.mustSeeUser(request.params.user)
    return activate(store, uuid, request.params.entitlement)
  })

  app.get('/entitlements/accounts/:account/entitlements', (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    return listed(request, {...filtersOf(request, ofAccount), account_uuid: uuid})
  })

  app.post('/entitlements/users/entitlements/bulk', (request) => ({
    status: 'success',
    uuids: grantAll(store, request).map(({uuid}) => uuid),
  }))

  app.delete('/entitlements/users/entitlements/bulk', (request) => ({
    status: 'success',
    uuids: removeAll(store, request),
  }))
}

/** An entitlement as replies show it; with its product when the request's `include` names `product`. */
function view(store: Store, entitlement: Entitlement, request: FastifyRequest): Entitlement {
  if (!includedIn(request).includes('product')) return entitlement
  const product = store.collection(products).get(entitlement.product_uuid)
  return {...entitlement, ...(product && {product})}
}

function productsOfType(store: Store, type: string): string[] {
  return store
    .collection(products)
    .find({where: {type}})
    .map(({uuid}) => uuid)
}
