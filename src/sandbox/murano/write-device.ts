import {type JsonObject} from '../../lib/client/wire.ts'
import {OwnRefusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {emitDeviceEvent} from './device-events.ts'
import {reportState} from './device-state.ts'
import {type Device, devices} from './devices.ts'

/** Stores what a device says of itself, and tells the applications that its product is linked to. */
export function writeDevice(sandbox: Sandbox, device: Device, values: JsonObject, ip: string): Device {
  return sandbox.store.transaction(() => {
    const written = reportState(sandbox, device, values)
    emitDeviceEvent(sandbox, written, {type: 'data_in', ip, timestamp: written.lastseen, values})
    return written
  })
}

/** The device of a product that shows this. Throws a 401 in plain text for what no device has, a 403 for one that is locked. */
export function deviceByCik(sandbox: Sandbox, productId: string, cik: string | undefined): Device {
  const device = cik === undefined ? undefined : sandbox.store.collection(devices).first({cik, product_id: productId})
  if (!device) throw new OwnRefusal(401, 'No or invalid CIK')
  if (device.locked) throw new OwnRefusal(403, 'Device is locked')
  return device
}
