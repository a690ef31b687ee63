import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {boolean, type Field, integer, object, objectOf, readBody, string} from '../../fields.ts'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type Gateway, gatewayOf, gateways, type Resource, resourceFormats} from '../gateways.ts'
import {domainOf} from '../solutions.ts'
import {api, withToken} from './route.ts'

type ProductRequest = FastifyRequest<{Params: {pid: string}}>

/** The gateway of a product: its resources, and how its devices get in. */
export function gatewayRoutes(app: FastifyInstance, {store}: Sandbox): void {
  app.get(`${api}/service/:pid/device2`, withToken, (request: ProductRequest) => {
    const product = request.member.mustReachProduct(request.params.pid)
    const {protocol, identity_format, provisioning, resources} = gatewayOf(store, product.id)
    return {fqdn: domainOf(request, product), protocol, identity_format, provisioning, resources}
  })

  app.patch(`${api}/service/:pid/device2`, withToken, (request: ProductRequest) => {
    const {id} = request.member.mustReachProduct(request.params.pid)
    const changes = readBody(request, {
      resources,
      protocol: objectOf({name: string(), devmode: boolean()}),
      identity_format: objectOf({
        type: string(),
        prefix: string(),
        options: objectOf({casing: string(), length: integer({min: 0, max: 128})}),
      }),
      provisioning: objectOf({
        enabled: boolean(),
        auth_type: string(),
        generate_identity: boolean(),
        presenter_identity: boolean(),
        ip_whitelisting: object(),
      }),
    })
    store.transaction(() => store.collection(gateways).put(merged(gatewayOf(store, id), changes)))
    return {}
  })
}

interface Changes {
  resources: Gateway['resources'] | undefined
  protocol: object | undefined
  identity_format: {options?: object | undefined} | undefined
  provisioning: object | undefined
}

/** Resources are replaced as a whole: one that is left out is gone. Of the rest, what is left out stays. */
function merged(gateway: Gateway, {resources, protocol, identity_format: format, provisioning}: Changes): Gateway {
  const options = {...gateway.identity_format.options, ...format?.options}
  return {
    ...gateway,
    resources: resources ?? gateway.resources,
    protocol: {...gateway.protocol, ...protocol},
    identity_format: {...gateway.identity_format, ...format, options},
    provisioning: {...gateway.provisioning, ...provisioning},
  }
}

const resources: Field<Record<string, Resource> | undefined> = (value) => {
  const whole = object()(value)
  if ('problem' in whole || whole.value === undefined) return whole as {problem: string} | {value: undefined}
  const found: Record<string, Resource> = {}
  for (const [alias, resource] of Object.entries(whole.value)) {
    if (!/^[\w.-]{1,64}$/.test(alias))
      return {problem: `has the alias ${alias}, which is not letters, digits, ., - and _`}
    const problem = resourceProblem(resource as JsonObject)
    if (problem !== undefined) return {problem: `has a resource ${alias} ${problem}`}
    found[alias] = {settable: false, ...(resource as object)} as Resource
  }
  return {value: found}
}

function resourceProblem(resource: JsonObject | null): string | undefined {
  const formats: readonly unknown[] = resourceFormats
  if (typeof resource !== 'object' || resource === null) return 'that is no object'
  if (!formats.includes(resource['format'])) return `whose format is not one of ${resourceFormats.join(', ')}`
  return typeof (resource['settable'] ?? false) === 'boolean' ? undefined : 'whose settable is not true or false'
}
