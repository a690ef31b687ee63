import {type JsonObject} from '../../lib/client/wire.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Device} from './devices.ts'
import {handlerFor} from './event-handlers.ts'
import {emit} from './events.ts'
import {serviceConfigs} from './records.ts'
import {linkedApplications} from './service-configs.ts'

export interface DeviceEvent {
  type: 'data_in' | 'provisioned' | 'deleted' | 'connect'
  /** Where the device sent it from. */
  ip: string
  /** Microseconds. */
  timestamp: number
  /** What it wrote. */
  values?: JsonObject
}

/** Tells the applications that a device's product is linked to, and the product itself. To be called in the transaction in which it happens. */
export function emitDeviceEvent(sandbox: Sandbox, device: Device, event: DeviceEvent): void {
  const {store} = sandbox
  const {product_id} = device
  const argument = argumentOf(device, event)
  const tell = (solution_id: string, service: string) => emit(sandbox, {solution_id, service, event: 'event', argument})
  for (const application of linkedApplications(store, product_id)) tell(application, product_id)
  for (const solution of [product_id, ...linkedApplications(store, product_id)]) {
    if (handlerFor(store, solution, 'device2', 'event')) tell(solution, 'device2')
  }
  emitDatapoints(sandbox, device, event)
}

function argumentOf({product_id, identity}: Device, {type, ip, timestamp, values}: DeviceEvent): JsonObject {
  return {
    ...{type, pid: product_id, identity, ip, timestamp, protocol: 'onep', connection_id: identity},
    ...(values !== undefined && {payload: [{timestamp, values}]}),
  }
}

/** The first generation's event: one for each value, for applications whose device service is set to get those of the product. */
function emitDatapoints(sandbox: Sandbox, {product_id, identity}: Device, event: DeviceEvent): void {
  const {ip, timestamp, values = {}} = event
  for (const {solution_id, triggers} of sandbox.store.collection(serviceConfigs).find({where: {service: 'device'}})) {
    const {pid = []} = triggers
    if (![pid].flat().includes(product_id)) continue
    for (const [alias, value] of Object.entries(values)) {
      const at = Math.floor(timestamp / 1_000_000)
      const source = {pid: product_id, device_sn: identity, source_ip: ip, api: 'write'}
      const argument = {...source, alias, value: [at, value], timestamp}
      emit(sandbox, {solution_id, service: 'device', event: 'datapoint', argument})
    }
  }
}
