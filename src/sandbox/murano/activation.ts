import {OwnRefusal} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {emitDeviceEvent} from './device-events.ts'
import {type Device, deviceId, devices, microsecondsNow} from './devices.ts'
import {gatewayOf} from './gateways.ts'
import {newCik} from './ids.ts'

/** Gives a device that was let in what it shows from then on. Throws, in plain text, a 404 for one that was not, a 409 for one that has it. */
export function activate(sandbox: Sandbox, productId: string, identity: string, ip: string): string {
  const {store} = sandbox
  return store.transaction(() => {
    const device = store.collection(devices).get(deviceId(productId, identity))
    if (!gatewayOf(store, productId).provisioning.enabled) throw new OwnRefusal(403, 'Provisioning is disabled')
    if (!device || isTooLate(sandbox, device)) throw new OwnRefusal(404, 'Device not found')
    if (device.locked) throw new OwnRefusal(403, 'Device is locked')
    if (device.cik !== null) throw new OwnRefusal(409, 'Device is already activated')
    const timestamp = microsecondsNow(sandbox)
    const cik = newCik()
    const activated = {...device, cik, reprovision: false, lastseen: timestamp, auth: {type: 'cik'}}
    store.collection(devices).put(activated)
    emitDeviceEvent(sandbox, activated, {type: 'provisioned', ip, timestamp})
    return cik
  })
}

function isTooLate({clock}: Sandbox, {auth: {expire}}: Device): boolean {
  return expire !== undefined && expire > 0 && expire <= clock.now() * 1000
}
