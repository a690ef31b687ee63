import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {OwnRefusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {activate} from '../activation.ts'
import {closingOf} from '../closing.ts'
import {valueOf} from '../device-state.ts'
import {type Device} from '../devices.ts'
import {devicePrefix} from '../paths.ts'
import {solutions} from '../records.ts'
import {longPoll, waitForChange} from '../long-poll.ts'
import {deviceByCik, writeDevice} from '../write-device.ts'
import {open} from './route.ts'

type DeviceRequest = FastifyRequest<{Params: {pid: string}; Querystring: JsonObject}>

/** What the devices of a product use: on a host of its own, or below a path. */
export function deviceDataRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox
  const closing = closingOf(app)
  const path = (rest: string) => `${devicePrefix}:pid${rest}`
  const sender = (request: DeviceRequest) => deviceByCik(sandbox, mustBeProduct(request), cikOf(request))

  const mustBeProduct = ({params: {pid}}: DeviceRequest): string => {
    if (store.collection(solutions).get(pid)?.type !== 'product') throw new OwnRefusal(404, 'Product not found')
    return pid
  }

  app.post(path('/provision/activate'), open, (request: DeviceRequest, reply) => {
    const product = mustBeProduct(request)
    const {vendor = product, model = product, sn, id} = formOf(request)
    const identity = sn ?? id
    if (typeof identity !== 'string') throw new OwnRefusal(400, 'sn is missing')
    if (vendor !== product || model !== product) throw new OwnRefusal(404, 'Product not found')
    return sendText(reply, activate(sandbox, product, identity, request.ip))
  })

  app.post(path('/onep::v1/stack/alias'), open, (request: DeviceRequest, reply) => {
    const values = formOf(request)
    const device = store.transaction(() => writeDevice(sandbox, sender(request), values, request.ip))
    return sendValues(reply, device, Object.keys(request.query))
  })

  app.get(path('/onep::v1/stack/alias'), open, async (request: DeviceRequest, reply) => {
    const device = sender(request)
    const aliases = Object.keys(request.query)
    if (aliases.length === 0) throw new OwnRefusal(400, 'No resource is named')
    const poll = longPoll(request, aliases)
    if (!poll) return sendValues(reply, device, aliases)
    const changed = await waitForChange(() => sender(request), poll, closing)
    return changed ? sendValues(reply, changed, aliases) : reply.code(304).send()
  })

  app.get(path('/timestamp'), open, (_request, reply) => sendText(reply, String(Math.floor(clock.now() / 1000))))
}

function cikOf({headers}: FastifyRequest): string | undefined {
  const {'x-exosite-cik': cik, authorization = ''} = headers
  return typeof cik === 'string' ? cik : /^token (\S+)$/i.exec(authorization)?.[1]
}

function formOf({body}: FastifyRequest): JsonObject {
  if (typeof body === 'object' && body !== null && Object.keys(body).length > 0) return {...(body as JsonObject)}
  throw new OwnRefusal(400, 'The body must be a form: alias=value')
}

function sendValues(reply: FastifyReply, {state}: Device, aliases: readonly string[]): FastifyReply {
  const found = aliases.flatMap((alias): [string, string][] => {
    const value = state[alias] && valueOf(state[alias])
    return value === undefined ? [] : [[alias, value]]
  })
  if (found.length === 0) return reply.code(204).send()
  return reply.type('application/x-www-form-urlencoded; charset=utf-8').send(new URLSearchParams(found).toString())
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').send(text)
}
