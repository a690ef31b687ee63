import {type JsonObject} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Caller} from '../operation/declaration.ts'
import {corsOf, putCors} from './cors-calls.ts'
import {type GatewayPart} from './gateway.ts'
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
}

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
  }
}

function corsSetting(id: string | undefined, caller: Caller): Setting {
  return {
    read: async () => (await corsOf(caller, id)) as JsonObject,
    write: (body) => caller.call(putCors, {id, body}),
  }
}

function serviceSetting(scid: string, id: string | undefined, caller: Caller): Setting {
  return {
    read: async () => (await caller.call(getServiceConfig, {id, scid})).parameters ?? {},
    write: (parameters) => caller.call(putServiceConfig, {id, scid, body: {parameters}}),
  }
}
