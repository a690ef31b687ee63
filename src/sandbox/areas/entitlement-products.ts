import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type Product} from '../../lib/entitlements/product.ts'
import {
  banId,
  disableProduct,
  disableProductType,
  productBans,
  products as records,
  productTypeBans,
} from '../entitlements/products.ts'
import {boolean, readBody, required, string, uuid} from '../fields.ts'
import {filtersOf, listCollection, mapItems} from '../lists.ts'
import {badRequest, notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'

type ProductRequest = FastifyRequest<{Params: {product: string}}>
type AccountRequest = FastifyRequest<{Params: {account: string}}>
type ProductBanRequest = FastifyRequest<{Params: {account: string; product: string}}>
type TypeBanRequest = FastifyRequest<{Params: {account: string; type: string}}>

const filterable = ['uuid', 'name', 'type', 'application_uuid', 'active']

/** The entitlement service: the catalogue of products, and what is disabled for accounts. */
export function entitlementProducts(app: FastifyInstance, sandbox: Sandbox): void {
  const products = sandbox.store.collection(records)

  const mustFind = (uuid: string): Product => {
    const product = products.get(uuid)
    if (!product) throw notFound(`Product ${uuid}`)
    return product
  }

  app.get('/entitlements/products', (request) =>
    listCollection(request, products, {where: filtersOf(request, filterable)}),
  )

  app.get('/entitlements/products/:product', (request: ProductRequest) => mustFind(request.params.product))

  app.put('/entitlements/products/:product', (request: ProductRequest) => {
    const {uuid: self} = mustFind(request.params.product)
    const body = readBody(request, {
      uuid: uuid(),
      name: required(string({max: 200})),
      type: required(string({max: 200})),
      application_uuid: required(uuid()),
      active: boolean(),
    })
    if (body.uuid !== undefined && body.uuid !== self) {
      throw badRequest('A product keeps its uuid.', [{field: 'uuid', message: 'cannot be changed'}])
    }
    return products.put({...body, uuid: self, active: body.active ?? true})
  })

  disabledProducts(app, sandbox, mustFind)
  disabledTypes(app, sandbox)
}

function disabledProducts(app: FastifyInstance, {store}: Sandbox, mustFind: (uuid: string) => Product): void {
  const path = '/entitlements/accounts/:account/disable/products'

  app.get(path, (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const where = {...filtersOf(request, ['product_uuid']), account_uuid: uuid}
    return mapItems(listCollection(request, store.collection(productBans), {where}), ({product_uuid}) => ({
      product_uuid,
    }))
  })

  app.post(path, (request: AccountRequest, reply) => {
    const {uuid: account} = request.caller.mustSee(request.params.account)
    const {product_uuid: product} = readBody(request, {product_uuid: required(uuid())})
    disableProduct(store, account, mustFind(product).uuid)
    return reply.code(202).send()
  })

  app.delete(`${path}/:product`, (request: ProductBanRequest, reply) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const {product} = request.params
    if (!store.collection(productBans).delete(banId(uuid, product))) throw notFound(`The disabled product ${product}`)
    return reply.code(204).send()
  })
}

function disabledTypes(app: FastifyInstance, {store}: Sandbox): void {
  const path = '/entitlements/accounts/:account/disable/product_types'

  app.get(path, (request: AccountRequest) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const where = {...filtersOf(request, ['name']), account_uuid: uuid}
    return mapItems(listCollection(request, store.collection(productTypeBans), {where}), ({name}) => ({name}))
  })

  app.post(path, (request: AccountRequest, reply) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const {name} = readBody(request, {name: required(string({max: 200}))})
    disableProductType(store, uuid, name)
    return reply.code(202).send()
  })

  app.delete(`${path}/:type`, (request: TypeBanRequest, reply) => {
    const {uuid} = request.caller.mustSee(request.params.account)
    const {type} = request.params
    if (!store.collection(productTypeBans).delete(banId(uuid, type)))
      throw notFound(`The disabled product type ${type}`)
    return reply.code(204).send()
  })
}
