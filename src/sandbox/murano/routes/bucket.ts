import {randomUUID} from 'node:crypto'
import {Readable} from 'node:stream'
import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {readForm} from '../../multipart.ts'
import {sendRanged} from '../../ranges.ts'
import {OwnRefusal, Refusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {mustBeSigned} from '../../signed-links.ts'
import {contentItems, removeItem} from '../contents.ts'
import {type UploadTicket, uploadTickets} from '../upload-tickets.ts'
import {open} from './route.ts'

type BucketRequest = FastifyRequest<{Params: {pid: string; name: string}}>

/** Where the bytes of contents are: elsewhere than Murano, without its tokens, and with errors in XML. */
export function bucketRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.post('/murano-content/:pid', open, async (request: BucketRequest, reply) => {
    await upload(sandbox, request)
    return reply.code(204).send()
  })

  app.get('/murano-content/:pid/:name', open, (request: BucketRequest, reply): FastifyReply => {
    inXml(() => mustBeSigned(sandbox, request))
    const {pid, name} = request.params
    const item = store.collection(contentItems).get(`${pid}:${name}`)
    if (!item) throw xmlError(404, 'NoSuchKey', 'The specified key does not exist.')
    return sendRanged(request, reply, {
      size: item.length,
      etag: `"${item.content_id}"`,
      type: item.type,
      read: (range) => store.contents.read(item.content_id, range),
    })
  })
}

async function upload({store, clock}: Sandbox, request: BucketRequest): Promise<void> {
  const {body, headers} = request
  if (!(body instanceof Readable)) throw xmlError(400, 'MalformedPOSTRequest', 'The body is not multipart/form-data.')
  const content_id = randomUUID()
  const {file, fields} = await readForm(body, headers, (content) => store.contents.write(content_id, content))
  try {
    store.transaction(() => {
      const {product_id, name, type, tags, sha256, policy} = mustHold(
        store.collection(uploadTickets),
        fields,
        clock.now(),
      )
      if (file?.hash !== sha256.toLowerCase()) throw xmlError(400, 'BadDigest', 'The content is not the one announced.')
      const key = `${product_id}:${name}`
      const known = store.collection(contentItems).get(key)
      if (known) removeItem(store, known)
      const last_modified = new Date(clock.now()).toISOString()
      store
        .collection(contentItems)
        .put({key, product_id, id: name, type, length: file.size, last_modified, tags, content_id})
      store.collection(uploadTickets).delete(policy)
    })
  } catch (error) {
    store.contents.remove(content_id)
    throw error
  }
}

function mustHold(
  tickets: {get(policy: string): UploadTicket | undefined},
  {policy = '', key}: Readonly<Record<string, string>>,
  now: number,
): UploadTicket {
  const ticket = tickets.get(policy)
  if (!ticket || ticket.name !== key || ticket.expires_at <= now)
    throw xmlError(403, 'AccessDenied', 'Policy expired or unknown.')
  return ticket
}

function inXml(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw error instanceof Refusal ? xmlError(error.status, 'AccessDenied', error.message) : error
  }
}

function xmlError(status: number, code: string, message: string): OwnRefusal {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new OwnRefusal(status, xml, {'content-type': 'application/xml'})
}
