import {type JsonObject} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {stepsOf} from '../input/fields.ts'
import {type Caller} from '../operation/declaration.ts'
import {type Cors, corsOf, putCors} from './cors-calls.ts'
import {type Gateway, type GatewayPart} from './gateway.ts'
import {gatewayPatches, getGateway} from './gateway-calls.ts'
import {getServiceConfig, putServiceConfig} from './service-config-calls.ts'

/** Where a setting is. */
export interface Scope {
  /** For those of a gateway. */
  product_id?: string | undefined
  /** For all others. */
  id?: string | undefined
}

/** Values that Murano keeps as one object, and takes as a whole. */
export interface Setting {
  read(): Promise<JsonObject>
  write(value: JsonObject): Promise<void>
  /** All that it can have; of what services keep, only they know. */
  keys?: readonly string[]
}

/** Throws a usage error for a path into what the setting cannot have; gives near names back where that is not known. */
export function nearKeys(name: string, {keys}: Setting, current: JsonObject, path: string): string {
  const [key = ''] = stepsOf(path)
  const known = [...new Set([...(keys ?? []), ...Object.keys(current)])]
  if (known.includes(String(key))) return ''
  const meant = didYouMean(String(key), known)
  if (keys === undefined) return meant
  throw usageError(`${name} has no ${key}.${meant}`, {details: [`It has ${known.join(', ')}.`]})
}

const gatewayKeys = {
  protocol: ['name', 'devmode'],
  identity_format: ['type', 'prefix', 'options'],
  provisioning: ['enabled', 'auth_type', 'generate_identity', 'presenter_identity', 'ip_whitelisting'],
} as const satisfies {[Part in GatewayPart]?: (keyof Required<Gateway>[Part])[]}

const gatewayParts = ['protocol', 'identity_format', 'provisioning'] as const satisfies readonly GatewayPart[]
const cors = 'webservice.cors'

/** What can be named beside services. */
export const namedSettings: readonly string[] = [...gatewayParts.map((part) => `gateway.${part}`), cors]

/** The calls that reading makes, and those that writing makes. */
export const settingCalls = {
  reading: [getGateway, getServiceConfig],
  writing: [
    gatewayPatches.protocol,
    gatewayPatches.identity_format,
    gatewayPatches.provisioning,
    putCors,
    putServiceConfig,
  ],
} as const

/** The setting of a name: `gateway.protocol` and the like, or the alias of a service for its parameters. */
export function settingOf(name: string, scope: Scope, caller: Caller): Setting {
  const part = gatewayParts.find((one) => name === `gateway.${one}`)
  if (part !== undefined) return gatewaySetting(part, scope.product_id, caller)
  if (name === cors) return corsSetting(scope.id, caller)
  if (!name.includes('.')) return serviceSetting(name, scope.id, caller)
  throw usageError(`There is no setting ${name}.${didYouMean(name, namedSettings)}`, {
    details: [`There are ${namedSettings.join(', ')}, and of each service its parameters, by its alias.`],
  })
}

function gatewaySetting(part: (typeof gatewayParts)[number], product_id: string | undefined, caller: Caller): Setting {
  return {
    read: async () => ({...(await caller.call(getGateway, {product_id}))[part]}),
    write: (value) => caller.call(gatewayPatches[part], {product_id, value}),
    keys: gatewayKeys[part],
  }
}

function corsSetting(id: string | undefined, caller: Caller): Setting {
  return {
    read: async () => (await corsOf(caller, id)) as JsonObject,
    write: (body) => caller.call(putCors, {id, body}),
    keys: ['origin', 'methods', 'headers', 'credentials'] satisfies (keyof Cors)[],
  }
}

function serviceSetting(scid: string, id: string | undefined, caller: Caller): Setting {
  return {
    read: async () => (await caller.call(getServiceConfig, {id, scid})).parameters ?? {},
    write: (parameters) => caller.call(putServiceConfig, {id, scid, body: {parameters}}),
  }
}
