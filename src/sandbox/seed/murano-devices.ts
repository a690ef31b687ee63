import {type Device, deviceId, devices} from '../murano/devices.ts'
import {gatewayOf, gateways} from '../murano/gateways.ts'
import {seededMurano} from '../murano/seeded.ts'
import {type Store} from '../store.ts'

/** When the first of them was heard of, in microseconds: 20 January 2025, 15:30. */
const heard = Date.UTC(2025, 0, 20, 15, 30) * 1000

/** What refrigerators report, and three of them. */
export function seedDevices(store: Store, productId: string): void {
  store.collection(gateways).put({
    ...gatewayOf(store, productId),
    resources: {
      temperature: {format: 'number', unit: '°C', settable: false},
      setpoint: {format: 'number', unit: '°C', settable: true},
      door: {format: 'string', settable: false, allowed: ['open', 'closed']},
      light: {format: 'boolean', settable: true},
    },
  })
  const {active, waiting, locked} = seededMurano.devices
  const state = {
    temperature: {reported: '4.2', timestamp: heard},
    setpoint: {reported: '4', set: '4', timestamp: heard},
    door: {reported: 'closed', timestamp: heard},
  }
  putDevice(store, productId, {identity: waiting, lastseen: heard - 2_000_000})
  putDevice(store, productId, {identity: locked, lastseen: heard - 1_000_000, locked: true})
  putDevice(store, productId, {
    identity: active,
    lastseen: heard,
    cik: seededMurano.cik,
    auth: {type: 'cik'},
    state,
  })
}

function putDevice(
  store: Store,
  product_id: string,
  device: Pick<Device, 'identity' | 'lastseen'> & Partial<Device>,
): void {
  const first = {auth: {}, locked: false, reprovision: false, devmode: false, cik: null, state: {}}
  store.collection(devices).put({...first, ...device, id: deviceId(product_id, device.identity), product_id})
}
