import {type Device, deviceColumns} from '../../../lib/murano/device.ts'
import {deviceArgument} from '../../../lib/murano/device-parameters.ts'
import {product} from '../../../lib/murano/parameters.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {choice, prose} from '../../../lib/parameters.ts'
import {expiry} from '../../../lib/murano/expiry.ts'

export default operation({
  operation: 'Murano.device.enable',
  summary: 'Let a device of a product in: it can be activated from then on',
  description: 'One that is there already is enabled anew, unlocked. Many at once: commsctl murano devices enable-many',
  request: {
    line: 'PUT /service/{product_id}/device2/identity/{identity}',
    host: 'murano',
    auth: 'murano',
    fixedBody: {auth: {}, locked: false},
  },
  parameters: {
    product_id: product(),
    identity: deviceArgument('device to let in'),
    'auth.type': choice('--auth-type', 'what it proves itself with', [
      'certificate',
      'hash',
      'password',
      'signature',
      'token',
    ]),
    'auth.key': prose(
      '--key',
      'certificate or other key, as @FILE or -; a certificate unless --auth-type says otherwise',
    ),
    'auth.expire': expiry(),
  },
  derived: (values): Record<string, string> =>
    values['auth.key'] !== undefined && values['auth.type'] === undefined ? {'auth.type': 'certificate'} : {},
  effect: {changes: 'enable'},
  reply: object<Device>({columns: deviceColumns, id: 'identity'}),
  examples: [['By identity', 'fridge-04 --product fridge']],
})
