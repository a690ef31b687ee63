import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {readBody, readObject, required, string} from '../../fields.ts'
import {pagingOf} from '../../lists.ts'
import {notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {devices, deviceView, enableDevice, mustFindDevice} from '../devices.ts'
import {setState} from '../device-state.ts'
import {gatewayOf} from '../gateways.ts'
import {type Solution, solutions} from '../records.ts'
import {createSolution, domainOf, removeSolution} from '../solutions.ts'
import {api, type BusinessRequest, withToken} from './route.ts'

type ProductRequest = FastifyRequest<{Params: {pid: string}}>
type DeviceRequest = FastifyRequest<{Params: {pid: string; sn: string}}>

/** Products as the API had them in 2016: other ways to the same products and devices. */
export function legacyProductRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const reached = ({member, params}: ProductRequest) => member.mustReachProduct(params.pid)

  app.get(`${api}/business/:bizid/product`, withToken, (request: BusinessRequest) => {
    const {bizid} = request.member.mustReach(request.params.bizid)
    const found = store.collection(solutions).find({where: {bizid, type: 'product'}})
    return found.map((product) => listed(request, product))
  })

  app.post(`${api}/business/:bizid/product`, withToken, (request: BusinessRequest) => {
    const business = request.member.mustReach(request.params.bizid, 'admin')
    const {label: name} = readBody(request, {label: required(string({min: 2, max: 63}))})
    const {id} = store.transaction(() => createSolution(sandbox, business, {name, type: 'product'}))
    return {id, name}
  })

  app.delete(
    `${api}/business/:bizid/product/:model`,
    withToken,
    ({member, params}: FastifyRequest<{Params: {bizid: string; model: string}}>) => {
      store.transaction(() => {
        const {bizid} = member.mustReach(params.bizid, 'admin')
        const product = store.collection(solutions).get(params.model)
        if (product?.bizid !== bizid || product.type !== 'product') throw notFound(`Product ${params.model}`)
        removeSolution(store, product)
      })
      return {}
    },
  )

  app.get(`${api}/product/:pid/info`, withToken, (request: ProductRequest) => {
    const product = reached(request)
    const {resources} = gatewayOf(store, product.id)
    const {id, name: label} = product
    const described = Object.entries(resources).map(([alias, {format}]) => ({alias, format}))
    return {id, label, modelrid: id, endpoint: domainOf(request, product), resources: described}
  })

  app.get(`${api}/product/:pid/device`, withToken, (request: ProductRequest) => {
    const {offset, limit} = pagingOf(request, {unasked: 50})
    const found = store.collection(devices).find({where: {product_id: reached(request).id}})
    return found.slice(offset, offset + limit).map((device) => {
      const {identity: sn, status} = deviceView(sandbox, device)
      return {sn, rid: sn, status: status === 'provisioned' ? 'activated' : status}
    })
  })

  app.post(`${api}/product/:pid/device/:sn`, withToken, (request: DeviceRequest) => {
    const {id} = reached(request)
    store.transaction(() => enableDevice(sandbox, id, {identity: request.params.sn, auth: {}}))
    return {}
  })

  app.post(`${api}/product/:pid/write/:sn`, withToken, (request: DeviceRequest) => {
    const {id} = reached(request)
    const values = readObject(request)
    store.transaction(() => setState(sandbox, mustFindDevice(store, id, request.params.sn), values))
    return Object.fromEntries(Object.keys(values).map((alias) => [alias, 'ok']))
  })
}

function listed(request: FastifyRequest, product: Solution): JsonObject {
  const {id, name} = product
  return {type: 'onepModel', pid: id, modelId: id, label: name, domain: domainOf(request, product)}
}
