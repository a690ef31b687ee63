import {type Sandbox} from '../../../sandbox.ts'
import {type Device, devices} from '../../devices.ts'
import {gatewayOf} from '../../gateways.ts'
import {RpcError} from './rpc-error.ts'
import {ridOf} from './one-platform-ids.ts'

/** On whose behalf calls are made: a product, or one of its devices. */
export interface Client {
  productId: string
  device?: Device
}

export function devicesOf({store}: Sandbox, productId: string): Device[] {
  return store.collection(devices).find({where: {product_id: productId}})
}

/** The client of that id, or the product where none is given. */
export function clientOf(sandbox: Sandbox, productId: string, rid: string | undefined): Client {
  if (rid === undefined || rid === ridOf(productId)) return {productId}
  const device = devicesOf(sandbox, productId).find(({identity}) => ridOf(productId, identity) === rid)
  if (!device) throw new RpcError(401, 'Authorization Error', `client_id ${rid}`)
  return {productId, device}
}

/** What belongs to a client, by alias: devices to a product, resources to a device. */
export function childrenOf(sandbox: Sandbox, {productId, device}: Client): Map<string, string> {
  const aliases = device
    ? Object.keys(gatewayOf(sandbox.store, productId).resources)
    : devicesOf(sandbox, productId).map(({identity}) => identity)
  const path = device ? [productId, device.identity] : [productId]
  return new Map(aliases.map((alias) => [alias, ridOf(...path, alias)]))
}
