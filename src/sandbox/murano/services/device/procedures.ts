import {type JsonValue} from '../../../../lib/client/wire.ts'
import {OwnRefusal} from '../../../refusal.ts'
import {type Sandbox} from '../../../sandbox.ts'
import {setState, valueOf} from '../../device-state.ts'
import {type Device, devices, statusOf} from '../../devices.ts'
import {gatewayOf} from '../../gateways.ts'
import {solutions} from '../../records.ts'
import {childrenOf, type Client} from './clients.ts'
import {ridOf} from './one-platform-ids.ts'
import {badArgument} from './rpc-error.ts'

type Procedure = (sandbox: Sandbox, client: Client, args: readonly JsonValue[]) => JsonValue

/** Procedures of the One Platform. What has no result gives null. */
export const procedures: Readonly<Record<string, Procedure>> = {
  lookup(sandbox, client, [kind, alias]) {
    if (kind !== 'alias' && kind !== 'aliased') throw badArgument('the sandbox looks up by alias only')
    if (alias === '') return ownRid(client)
    const rid = typeof alias === 'string' ? childrenOf(sandbox, client).get(alias) : undefined
    if (rid === undefined) throw badArgument(`there is no ${JSON.stringify(alias)}`)
    return rid
  },

  listing(sandbox, client, args) {
    const asked = args.find((arg) => Array.isArray(arg)) ?? ['client', 'dataport']
    const types = asked.filter((type) => typeof type === 'string')
    const own = client.device ? 'dataport' : 'client'
    const rids = [...childrenOf(sandbox, client).values()]
    return Object.fromEntries(types.map((type) => [type, type === own ? rids : []]))
  },

  info(sandbox, client, [given = {alias: ''}]) {
    const alias = aliasOf(sandbox, client, given)
    return alias === '' ? ownInfo(sandbox, client) : childInfo(sandbox, client, alias)
  },

  read(sandbox, client, [given]) {
    const {device, alias} = resourceOf(sandbox, client, given)
    const state = device.state[alias]
    const value = state && valueOf(state)
    return state === undefined || value === undefined ? [] : [[Math.floor(state.timestamp / 1_000_000), value]]
  },

  write(sandbox, client, [given, value]) {
    const {device, alias} = resourceOf(sandbox, client, given)
    if (value === undefined) throw badArgument('there is no value')
    try {
      setState(sandbox, device, {[alias]: value})
    } catch (error) {
      if (error instanceof OwnRefusal) throw badArgument(error.message)
      throw error
    }
    return null
  },
}

function ownRid({productId, device}: Client): string {
  return device ? ridOf(productId, device.identity) : ridOf(productId)
}

function ownInfo({store}: Sandbox, {productId, device}: Client): JsonValue {
  if (device) return deviceInfo(device)
  return {basic: {type: 'client'}, description: {name: store.collection(solutions).get(productId)?.name ?? ''}}
}

function childInfo({store}: Sandbox, {productId, device}: Client, alias: string): JsonValue {
  if (!device) return deviceInfo(store.collection(devices).get(`${productId}:${alias}`)!)
  const {format, unit = ''} = gatewayOf(store, productId).resources[alias]!
  return {basic: {type: 'dataport'}, description: {format, name: alias, unit}}
}

function deviceInfo(device: Device): JsonValue {
  return {basic: {type: 'client', status: statusOf(device)}, description: {name: device.identity}}
}

/** The alias that an id or `{alias}` means; empty for the client itself. */
function aliasOf(sandbox: Sandbox, client: Client, given: JsonValue | undefined): string {
  if (given === ownRid(client)) return ''
  const children = childrenOf(sandbox, client)
  const wanted = typeof given === 'object' && given !== null && !Array.isArray(given) ? given['alias'] : undefined
  const found = [...children].find(([alias, rid]) => rid === given || alias === wanted)?.[0]
  if (found === undefined && wanted !== '') throw badArgument(`there is no ${JSON.stringify(given)}`)
  return found ?? ''
}

function resourceOf(sandbox: Sandbox, client: Client, given: JsonValue | undefined): {device: Device; alias: string} {
  const {device} = client
  const alias = device ? aliasOf(sandbox, client, given) : ''
  if (!device || alias === '') throw badArgument('only a resource of a device has values: name the device as client_id')
  return {device, alias}
}
