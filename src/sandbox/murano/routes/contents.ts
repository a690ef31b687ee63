import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {pattern, readFields, required, string} from '../../fields.ts'
import {notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {signedLink} from '../../signed-links.ts'
import {type ContentItem, contentItems, contentView, itemsOf, removeItem} from '../contents.ts'
import {uploadTicket} from '../upload-tickets.ts'
import {bucketPath} from '../paths.ts'
import {api, withToken} from './route.ts'

type ProductRequest = FastifyRequest<{Params: {pid: string}; Querystring: JsonObject}>
type ItemRequest = FastifyRequest<{Params: {pid: string; name: string}; Querystring: JsonObject}>

const downloadMs = 30_000

/** What a product keeps for its devices. The bytes themselves go to and come from the bucket (bucket.ts). */
export function contentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const all = `${api}/service/:pid/content/item`
  const mustFind = ({member, params}: ItemRequest): ContentItem => {
    const {id} = member.mustReachProduct(params.pid)
    const item = store.collection(contentItems).get(`${id}:${params.name}`)
    if (!item) throw notFound(`Content ${params.name}`)
    return item
  }

  app.get(all, withToken, ({member, params, query}: ProductRequest) => {
    const items = itemsOf(store, member.mustReachProduct(params.pid).id)
    return query['full'] === 'true' ? items.map(contentView) : items.map(({id}) => id)
  })

  app.delete(all, withToken, ({member, params}: ProductRequest, reply) => {
    store.transaction(() => {
      for (const item of itemsOf(store, member.mustReachProduct(params.pid).id)) removeItem(store, item)
    })
    return reply.code(204).send()
  })

  app.get(`${all}/:name`, withToken, (request: ItemRequest) => contentView(mustFind(request)))

  app.delete(`${all}/:name`, withToken, (request: ItemRequest, reply) => {
    store.transaction(() => removeItem(store, mustFind(request)))
    return reply.code(204).send()
  })

  app.get(`${all}/:name/upload`, withToken, (request: ItemRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    const {sha256, expires_in, type, tags} = readFields(request.query, {
      sha256: required(pattern(/^[0-9a-f]{64}$/i, 'must be a SHA-256, hexadecimal')),
      expires_in: required(pattern(/^\d{1,6}$/, 'must be a number of seconds')),
      type: required(string()),
      tags: string(),
    })
    const seconds = Number(expires_in)
    const draft = {product_id: id, name: request.params.name, sha256, type, ...(tags !== undefined && {tags})}
    return uploadTicket(sandbox, request, draft, seconds)
  })

  app.get(`${all}/:name/download`, withToken, (request: ItemRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    const {name} = request.params
    const url = signedLink(sandbox, request, bucketPath(id, name), downloadMs)
    return {url, method: 'GET', id: Buffer.from(name).toString('hex')}
  })
}
