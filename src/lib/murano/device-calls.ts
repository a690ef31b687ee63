import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, list, object, plainText} from '../operation/declaration.ts'
import {choice, json, secret, text, texts} from '../parameters.ts'
import {type Device, deviceColumns} from './device.ts'
import {deviceHost, knownDevice} from './device-parameters.ts'
import {namedValues} from './named-values.ts'
import {product} from './parameters.ts'

const murano = {host: 'murano', auth: 'murano'} as const

export const listDevices = operation({
  operation: 'Murano.device.list',
  summary: 'List the devices of a product',
  description: 'Those heard of last come first.',
  request: {line: 'GET /service/{product_id}/device2/identity/', ...murano},
  parameters: {
    product_id: product(),
    status: choice('--status', 'only devices in this state', [
      'whitelisted',
      'provisioned',
      'locked',
      'devmode',
      'reprovision',
    ]),
    identity: text('--identity', 'only devices whose identity is like this, with * for anything', {
      valueName: 'PATTERN',
    }),
    ipaddress: text('--ip-address', 'only devices whose address is like this', {valueName: 'PATTERN'}),
    version: text('--device-version', 'only devices whose version is like this', {valueName: 'PATTERN'}),
  },
  reply: list<Device>({
    columns: deviceColumns,
    id: 'identity',
    noun: 'devices',
    unwrap: 'devices',
    paging: {limit: 'limit', cursor: {query: 'before', field: 'lastseen', id: 'identity', more: 'mayLoadMore'}},
  }),
  examples: [
    ['All of a product', '--product fridge --all'],
    ['Those that wait to be activated', '--product fridge --status whitelisted'],
  ],
})

export const getDevice = operation({
  operation: 'Murano.device.get',
  summary: 'Show a device',
  request: {line: 'GET /service/{product_id}/device2/identity/{identity}', ...murano},
  parameters: {product_id: product(), identity: knownDevice('device to show')},
  reply: object<Device>({columns: [...deviceColumns, 'auth', 'devmode', 'reprovision'], id: 'identity'}),
  examples: [['One of them', 'fridge-01 --product fridge']],
})

export const deleteDevice = operation({
  operation: 'Murano.device.delete',
  summary: 'Delete a device with its state',
  request: {line: 'DELETE /service/{product_id}/device2/identity/{identity}', ...murano},
  parameters: {product_id: product(), identity: knownDevice('device to delete')},
  effect: {changes: 'delete the device', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By identity', 'fridge-02 --product fridge']],
})

export const revokeDevice = operation({
  operation: 'Murano.device.revoke',
  summary: 'Make a device’s key worthless: it has to be activated anew',
  request: {
    line: 'PATCH /service/{product_id}/device2/identity/{identity}',
    ...murano,
    fixedBody: {auth: {expire: 0}},
  },
  parameters: {product_id: product(), identity: knownDevice('device to revoke')},
  effect: {changes: 'revoke the key of', disruptive: true},
  reply: empty('The key is worth nothing any more.'),
  examples: [['By identity', 'fridge-01 --product fridge']],
})

/** Values by alias, of the types that the product’s resources have. */
export const patchState = operation({
  operation: 'Murano.device.state.patch',
  summary: 'Tell a device values of its resources',
  request: {line: 'PATCH /service/{product_id}/device2/identity/{identity}/state', ...murano},
  parameters: {
    product_id: product(),
    identity: knownDevice('device to tell'),
    state: json('--state', 'the values, by alias', {required: true, spread: (state: JsonValue) => state as JsonObject}),
  },
  effect: {changes: 'set values of', idempotent: true},
  reply: empty('The values are set.'),
  examples: [],
})

// What devices themselves ask of their product’s host.

/** Answers with the key of the device, once. */
export const activateDevice = operation({
  operation: 'Murano.device.activate',
  summary: 'Activate a device',
  request: {line: 'POST /provision/activate', host: 'given', auth: 'none', body: 'form', secretReply: true},
  parameters: {vendor: product(), device_host: deviceHost('vendor'), sn: knownDevice('device to activate', 'vendor')},
  derived: ({vendor}) => ({model: vendor}),
  effect: {changes: 'activate'},
  reply: plainText(),
  examples: [],
})

/** What a device shows with each request. */
const cik = secret('--cik', 'key of the device; that which activate has stored if left out', {
  in: 'header X-Exosite-CIK',
  required: true,
})

const alias = {line: '/onep:v1/stack/alias', host: 'given', auth: 'none'} as const

export const writeAsDevice = operation({
  operation: 'Murano.device.data.write',
  summary: 'Report values as a device',
  request: {...alias, line: `POST ${alias.line}`, body: 'form'},
  parameters: {
    product_id: {...product(), place: 'local'} as const,
    device_host: deviceHost('product_id'),
    cik,
    values: namedValues('what to report, each as ALIAS=VALUE', {
      spread: (pairs) => Object.fromEntries(pairs),
    }),
  },
  effect: {changes: 'report values as the device'},
  reply: empty('Reported.'),
  examples: [],
})

/** Answers with a form, or with nothing where there is no value yet. */
export const readAsDevice = operation({
  operation: 'Murano.device.data.read',
  summary: 'Read values as a device',
  request: {...alias, line: `GET ${alias.line}`},
  parameters: {
    product_id: {...product(), place: 'local'} as const,
    device_host: deviceHost('product_id'),
    cik,
    aliases: texts('ALIASES...', 'resources to read', {
      in: 'local',
      query: (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, null])),
    }),
  },
  reply: plainText(),
  examples: [],
})

export const deviceTimestamp = operation({
  operation: 'Murano.device.timestamp',
  summary: 'Show the time that devices of a product are told: seconds since 1970',
  request: {line: 'GET /timestamp', host: 'given', auth: 'none'},
  parameters: {product_id: {...product(), place: 'local'} as const, device_host: deviceHost('product_id')},
  reply: plainText(),
  examples: [['Of a product', '--product fridge']],
})
