import {type CollectionSpec} from '../collection.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Store} from '../store.ts'
import {OwnRefusal} from '../refusal.ts'

/** The value of a resource: what the device said last, and what it was told. Times are microseconds. */
export interface ResourceState {
  reported?: string
  set?: string
  timestamp: number
}

export interface DeviceAuth {
  type?: string
  /** Microseconds: until then it has to be activated. */
  expire?: number
}

/** A device that may get in, or is in. */
export interface Device {
  /** `PRODUCT:IDENTITY`. */
  id: string
  product_id: string
  identity: string
  auth: DeviceAuth
  locked: boolean
  reprovision: boolean
  devmode: boolean
  /** Microseconds: when it was heard of last, before that when it was let in. No two of a product have the same. */
  lastseen: number
  /** What it shows with each request, once it is activated. */
  cik: string | null
  state: Record<string, ResourceState>
}

export const devices: CollectionSpec<Device> = {name: 'murano_devices', id: 'id', indexes: ['product_id', 'cik']}

const onlineMicroseconds = 60_000_000

export function deviceId(productId: string, identity: string): string {
  return `${productId}:${identity}`
}

/** Throws a 404 as the gateway does. */
export function mustFindDevice(store: Store, productId: string, identity: string): Device {
  const device = store.collection(devices).get(deviceId(productId, identity))
  if (!device) throw new OwnRefusal(404, 'Device not found')
  return device
}

/** Lets a device in, or, where it is in, sets its credentials anew. A key of its own makes activation needless. */
export function enableDevice(
  sandbox: Sandbox,
  productId: string,
  {
    identity,
    auth,
    key,
    locked = false,
  }: {identity: string; auth: DeviceAuth; key?: string | undefined; locked?: boolean},
): Device {
  const held = sandbox.store.collection(devices)
  const id = deviceId(productId, identity)
  const known = held.get(id)
  const type = auth.type ?? (key === undefined ? known?.auth.type : 'certificate')
  return held.put({
    id,
    product_id: productId,
    identity,
    auth: {...auth, ...(type !== undefined && {type})},
    locked,
    reprovision: false,
    devmode: known?.devmode ?? false,
    lastseen: known?.lastseen ?? microsecondsNow(sandbox),
    cik: key ?? known?.cik ?? null,
    state: known?.state ?? {},
  })
}

/** A device as replies of the gateway show it. */
export function deviceView(sandbox: Pick<Sandbox, 'clock'>, device: Device) {
  const {identity, auth, locked, reprovision, devmode, lastseen, cik} = device
  const online = cik !== null && sandbox.clock.now() * 1000 - lastseen < onlineMicroseconds
  return {identity, auth, locked, reprovision, devmode, lastseen, status: statusOf(device), online}
}

export function statusOf({locked, reprovision, cik, devmode}: Device): string {
  if (locked) return 'locked'
  if (reprovision) return 'reprovision'
  if (devmode) return 'devmode'
  return cik === null ? 'whitelisted' : 'provisioned'
}

/** The sandbox's time in microseconds, later than any that was given before. */
export function microsecondsNow({store, clock}: Sandbox): number {
  return store.transaction(() => {
    const now = Math.max(clock.now() * 1000, (store.setting<number>('murano_microseconds') ?? 0) + 1)
    store.setSetting('murano_microseconds', now)
    return now
  })
}
