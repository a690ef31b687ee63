import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {boolean, integer, object, objectOf, readBody, readObject, string} from '../../fields.ts'
import {pagingOf} from '../../lists.ts'
import {OwnRefusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {emitDeviceEvent} from '../device-events.ts'
import {setState} from '../device-state.ts'
import {
  type Device,
  deviceId,
  devices,
  deviceView,
  enableDevice,
  microsecondsNow,
  mustFindDevice,
  statusOf,
} from '../devices.ts'
import {enableFromFile} from '../device-file.ts'
import {gatewayOf, identityProblem} from '../gateways.ts'
import {api, withToken} from './route.ts'

type ProductRequest = FastifyRequest<{Params: {pid: string}; Querystring: Record<string, string | undefined>}>
type DeviceRequest = FastifyRequest<{Params: {pid: string; identity: string}}>

const auth = objectOf({type: string(), expire: integer({min: 0, max: Number.MAX_SAFE_INTEGER}), key: string()})

/** The devices of a product, as people and programs manage them. */
export function deviceRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox
  const one = `${api}/service/:pid/device2/identity/:identity`
  const found = ({member, params}: DeviceRequest) =>
    mustFindDevice(store, member.mustReachProduct(params.pid).id, params.identity)

  app.get(`${api}/service/:pid/device2/identity`, withToken, (request: ProductRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    return listed(sandbox, request, store.collection(devices).find({where: {product_id: id}}))
  })

  app.get(one, withToken, (request: DeviceRequest) => deviceView(sandbox, found(request)))

  app.put(one, withToken, (request: DeviceRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    const {identity} = request.params
    const {auth: given, locked = false} = readBody(request, {auth, locked: boolean()})
    const {key, type, expire} = given ?? {}
    const problem = identityProblem(gatewayOf(store, id), identity)
    if (problem !== undefined) throw new OwnRefusal(400, problem)
    const credentials = {...(type !== undefined && {type}), ...(expire !== undefined && {expire})}
    const device = {identity, auth: credentials, key, locked}
    return deviceView(
      sandbox,
      store.transaction(() => enableDevice(sandbox, id, device)),
    )
  })

  app.patch(one, withToken, (request: DeviceRequest, reply) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    const {locked, auth: credentials} = readBody(request, {locked: boolean(), auth: object()})
    store.transaction(() => {
      // To revoke what is not there is no error.
      if (credentials?.['expire'] === 0 && !store.collection(devices).get(deviceId(id, request.params.identity))) return
      const device = found(request)
      const revoked = credentials?.['expire'] === 0 ? {cik: null, reprovision: true, auth: {}} : {}
      store.collection(devices).put({...device, ...(locked !== undefined && {locked}), ...revoked})
    })
    return reply.code(204).send()
  })

  app.delete(one, withToken, (request: DeviceRequest) =>
    store.transaction(() => {
      const device = found(request)
      store.collection(devices).delete(device.id)
      const timestamp = microsecondsNow(sandbox)
      emitDeviceEvent(sandbox, device, {type: 'deleted', ip: request.ip, timestamp})
      return deviceView(sandbox, device)
    }),
  )

  app.post(`${api}/service/:pid/device2/identities`, withToken, async (request: ProductRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    await enableFromFile(sandbox, request, id)
    return {}
  })

  app.get(`${one}/state`, withToken, (request: DeviceRequest) => found(request).state)

  app.patch(`${one}/state`, withToken, (request: DeviceRequest) => {
    const values = readObject(request)
    store.transaction(() => setState(sandbox, found(request), values))
    return {}
  })
}

/** Those heard of last come first; the next page has those that were heard of before the last one of this. */
function listed(sandbox: Sandbox, request: ProductRequest, all: readonly Device[]) {
  const {before, status, identity} = request.query
  const {limit} = pagingOf(request, {unasked: 100, most: 1000})
  const latest = before === undefined ? Infinity : Number(before)
  const matching = all
    .filter((device) => device.lastseen < latest)
    .filter((device) => status === undefined || statusOf(device) === status)
    .filter((device) => identity === undefined || like(identity, device.identity))
    .toSorted((a, b) => b.lastseen - a.lastseen)
  const page = matching.slice(0, limit).map((device) => deviceView(sandbox, device))
  return {devices: page, mayLoadMore: matching.length > limit}
}

/** A pattern is a part of the identity; `*` stands for anything. */
function like(pattern: string, identity: string): boolean {
  const parts = pattern.split('*')
  let from = 0
  return parts.every((part) => {
    const at = identity.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}
