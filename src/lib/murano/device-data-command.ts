import {Command} from '../command.ts'
import {type Shape} from '../operation/declaration.ts'
import {type Parameters} from '../parameter.ts'
import {secret} from '../parameters.ts'
import {deviceArgument, deviceHost} from './device-parameters.ts'
import {DeviceKeys} from './device-keys.ts'
import {product} from './parameters.ts'

/** What says which device a command speaks as; what it says comes after. */
export function deviceScope() {
  return {
    product_id: product(),
    identity: deviceArgument('the device'),
    device_host: deviceHost('product_id'),
    cik: secret('--cik', 'key of the device; that which devices activate has stored if left out'),
  } satisfies Parameters
}

/** A device with all that its requests need. */
interface Sender {
  product_id: string
  device_host: string
  cik: string
}

type Scope = Pick<Shape<ReturnType<typeof deviceScope>>, 'parameters'>

/** A command that speaks as a device, with the key that is given or stored. */
export abstract class DeviceDataCommand extends Command {
  protected async sender(values: {
    product_id: string
    identity: string
    device_host?: string | undefined
    cik?: string | undefined
  }): Promise<Sender> {
    const scope: Scope = {parameters: deviceScope()}
    const {product_id, identity, device_host = ''} = await this.identified({...Command.shape, ...scope}, values)
    const stored = () => DeviceKeys.of(this.console).get({product: product_id, identity}, device_host)
    return {product_id, device_host, cik: values.cik ?? (await stored())}
  }
}
