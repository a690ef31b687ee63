import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {oneOf, readBody, readObject, required, string} from '../../fields.ts'
import {pagingOf} from '../../lists.ts'
import {badRequest, notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {itemsOf} from '../contents.ts'
import {setState} from '../device-state.ts'
import {devices, enableDevice, mustFindDevice} from '../devices.ts'
import {define, legacyDevice, legacyInfo, legacyView} from '../legacy-products.ts'
import {solutions} from '../records.ts'
import {answersTo, type RpcCall} from '../services/device/service.ts'
import {createSolution, removeSolution} from '../solutions.ts'
import {api, type BusinessRequest, withToken} from './route.ts'

type ModelRequest = FastifyRequest<{Params: {bizid: string; model: string}}>
type ProductRequest = FastifyRequest<{Params: {pid: string}}>
type DeviceRequest = FastifyRequest<{Params: {pid: string; sn: string}}>

/** Products as clients of the first generation reach them: they are the same products. */
export function legacyProductRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const all = `${api}/business/:bizid/product`
  const one = `${api}/product/:pid`
  const product = ({member, params}: ProductRequest) => member.mustReachProduct(params.pid)

  const devicesOf = (product_id: string) => store.collection(devices).find({where: {product_id}})

  app.get(all, withToken, ({member, params}: BusinessRequest) => {
    const {bizid} = member.mustReach(params.bizid)
    return store
      .collection(solutions)
      .find({where: {bizid, type: 'product'}})
      .map(legacyView)
  })

  app.post(all, withToken, (request: BusinessRequest) => {
    const business = request.member.mustReach(request.params.bizid, 'admin')
    const {label: name} = readBody(request, {label: required(string()), type: required(oneOf(['onepModel']))})
    store.transaction(() => createSolution(sandbox, business, {name, type: 'product'}))
    return {}
  })

  app.delete(`${all}/:model`, withToken, ({member, params}: ModelRequest) => {
    store.transaction(() => {
      const {bizid} = member.mustReach(params.bizid, 'admin')
      const solution = store.collection(solutions).get(params.model)
      if (solution?.bizid !== bizid || solution.type !== 'product') throw notFound(`Model ${params.model}`)
      removeSolution(store, solution)
    })
    return {}
  })

  app.get(`${one}/info`, withToken, (request: ProductRequest) => legacyInfo(store, product(request)))

  app.get(`${one}/device`, withToken, (request: ProductRequest) => {
    const found = devicesOf(product(request).id)
    const {offset, limit} = pagingOf(request, {unasked: 50})
    return found.slice(offset, offset + limit).map(legacyDevice)
  })

  app.post(`${one}/device/:sn`, withToken, (request: DeviceRequest) => {
    const {id} = product(request)
    store.transaction(() => enableDevice(sandbox, id, {identity: request.params.sn, auth: {}}))
    return {}
  })

  app.post(`${one}/write/:sn`, withToken, (request: DeviceRequest) => {
    const values = readObject(request)
    const {id} = product(request)
    store.transaction(() => setState(sandbox, mustFindDevice(store, id, request.params.sn), values))
    return Object.fromEntries(Object.keys(values).map((alias) => [alias, 'ok']))
  })

  app.post(`${one}/proxy/onep::v1/rpc/process`, withToken, (request: ProductRequest) => {
    const {id} = product(request)
    const {auth, calls} = readObject(request) as {auth?: {client_id?: string}; calls?: RpcCall[]}
    if (!Array.isArray(calls)) throw badRequest('', [{field: 'calls', message: 'is required'}])
    return answersTo(sandbox, id, auth?.client_id, calls)
  })

  const managed = `${one}/proxy/provision/manage`
  const csv = (reply: FastifyReply, rows: readonly string[]) =>
    reply.type('text/csv; charset=utf-8').send(rows.map((row) => `${row}\r\n`).join(''))

  app.get(`${managed}/model/:same`, withToken, (request: ProductRequest, reply) =>
    csv(
      reply,
      devicesOf(product(request).id)
        .map(legacyDevice)
        .map(({sn, rid, status}) => `${sn},${rid},${status}`),
    ),
  )

  app.get(`${managed}/content/:same`, withToken, (request: ProductRequest, reply) =>
    csv(
      reply,
      itemsOf(store, product(request).id).map(({id}) => id),
    ),
  )

  void app.register(async (own) => {
    own.addContentTypeParser('text/yaml', {parseAs: 'string'}, (_request, text, done) => done(null, text))
    own.post(`${one}/definition`, withToken, (request: ProductRequest) => {
      const {id} = product(request)
      store.transaction(() => define(store, id, String(request.body ?? '')))
      return {}
    })
  })
}
