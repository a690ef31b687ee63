import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {readObject} from '../../fields.ts'
import {badRequest} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {itemsOf} from '../contents.ts'
import {devices, statusOf} from '../devices.ts'
import {define} from '../legacy-definition.ts'
import {answersTo, type RpcCall} from '../services/device/service.ts'
import {api, withToken} from './route.ts'

type ProductRequest = FastifyRequest<{Params: {pid: string}}>

/** What products of 2016 hand on to the platform below them: calls, provisioning, and their definition. */
export function legacyProxyRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const one = `${api}/product/:pid`
  const managed = `${one}/proxy/provision/manage`
  const product = ({member, params}: ProductRequest) => member.mustReachProduct(params.pid)

  app.post(`${one}/proxy/onep::v1/rpc/process`, withToken, (request: ProductRequest) => {
    const {id} = product(request)
    const {auth, calls} = readObject(request) as {auth?: {client_id?: string}; calls?: RpcCall[]}
    if (!Array.isArray(calls)) throw badRequest('', [{field: 'calls', message: 'is required'}])
    return answersTo(sandbox, id, auth?.client_id, calls)
  })

  app.get(`${managed}/model/:same`, withToken, (request: ProductRequest, reply) => {
    const found = store.collection(devices).find({where: {product_id: product(request).id}})
    return sendCsv(
      reply,
      found.map((device) => `${device.identity},${statusOf(device)}`),
    )
  })

  app.get(`${managed}/content/:same`, withToken, (request: ProductRequest, reply) =>
    sendCsv(
      reply,
      itemsOf(store, product(request).id).map(({id}) => id),
    ),
  )

  void app.register(async (own) => {
    own.addContentTypeParser('text/yaml', {parseAs: 'string'}, (_request, text, done) => done(null, text))
    own.post(`${one}/definition`, withToken, (request: ProductRequest) => {
      const {id} = product(request)
      store.transaction(() => define(store, id, typeof request.body === 'string' ? request.body : ''))
      return {}
    })
  })
}

function sendCsv(reply: FastifyReply, rows: readonly string[]): FastifyReply {
  return reply.type('text/csv; charset=utf-8').send(rows.map((row) => `${row}\n`).join(''))
}
