import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {OwnRefusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Device, devices, microsecondsNow, type ResourceState} from './devices.ts'
import {gatewayOf, type Resource} from './gateways.ts'

/** What a device is told: of resources that can be set, values that fit. Throws a 400 in plain text, as the gateway does. */
export function setState(sandbox: Sandbox, device: Device, values: JsonObject): Device {
  const {resources} = gatewayOf(sandbox.store, device.product_id)
  for (const [alias, value] of Object.entries(values)) {
    const resource = mustKnow(resources, alias, 400)
    if (!resource.settable) throw new OwnRefusal(400, 'Value is not settable')
    mustFit(alias, resource, value)
  }
  const timestamp = microsecondsNow(sandbox)
  return changed(sandbox, device, values, (text) => ({set: text, timestamp}))
}

/** What a device says of itself. Throws a 404 for what its product does not have, a 400 for values that do not fit. */
export function reportState(sandbox: Sandbox, device: Device, values: JsonObject): Device {
  const {resources} = gatewayOf(sandbox.store, device.product_id)
  for (const [alias, value] of Object.entries(values)) mustFit(alias, mustKnow(resources, alias, 404), value)
  const timestamp = microsecondsNow(sandbox)
  return changed(sandbox, {...device, lastseen: timestamp}, values, (text) => ({reported: text, timestamp}))
}

/** What a device reads of a resource: what it was told, else what it said last. */
export function valueOf({set, reported}: ResourceState): string | undefined {
  return set ?? reported
}

function changed(
  {store}: Sandbox,
  device: Device,
  values: JsonObject,
  change: (text: string) => ResourceState,
): Device {
  const changes = Object.entries(values).map(([alias, value]) => [
    alias,
    {...device.state[alias], ...change(textOf(value))},
  ])
  const state = {...device.state, ...(Object.fromEntries(changes) as Device['state'])}
  return store.collection(devices).put({...device, state})
}

function mustKnow(resources: Readonly<Record<string, Resource>>, alias: string, status: number): Resource {
  const resource = Object.hasOwn(resources, alias) ? resources[alias] : undefined
  if (!resource) throw new OwnRefusal(status, `Resource not found: ${alias}`)
  return resource
}

/** Devices and people send text for all kinds: `21.5` is a number, `true` a boolean. */
function mustFit(alias: string, {format, allowed}: Resource, value: JsonValue): void {
  const text = textOf(value)
  const fits = {
    string: typeof value === 'string' || typeof value === 'number',
    number: text.trim() !== '' && Number.isFinite(Number(value)),
    boolean: ['true', 'false', '1', '0'].includes(text),
  }[format]
  const isAllowed = !allowed || allowed.length === 0 || allowed.some((one) => String(one) === text)
  if (!fits || !isAllowed) throw new OwnRefusal(400, `Value is not valid for ${alias}: it must be a ${format}`)
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
