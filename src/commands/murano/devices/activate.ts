import {Command} from '../../../lib/command.ts'
import {activateDevice} from '../../../lib/murano/device-calls.ts'
import {DeviceKeys} from '../../../lib/murano/device-keys.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

/** A device whose key is stored. */
interface Activated {
  identity: string
  product: string
  host: string
}

export default class Activate extends Command {
  static override readonly shape = {
    summary: 'Activate a device and store its key',
    description:
      'Murano gives the key once. It is kept in the secret store of the profile, and devices read and devices write show it for the device. A device that was activated before is activated anew after: commsctl murano devices revoke',
    parameters: activateDevice.shape.parameters,
    effect: activateDevice.shape.effect,
    reply: object<Activated>({columns: ['identity', 'product', 'host'], id: 'identity'}),
    dryRun: true,
    examples: [['One that is enabled', 'fridge-02 --product fridge']],
  } as const satisfies Shape
  static override readonly calls = [activateDevice]

  async run(): Promise<void> {
    const values = await this.values(Activate.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(activateDevice, values)
    const keys = DeviceKeys.of(this.console)
    const {vendor: product, sn: identity, device_host: host = ''} = await this.identified(Activate.shape, values)
    await keys.mustBeWritable()
    const key = await this.call(activateDevice, {vendor: product, sn: identity, device_host: host})
    await keys.keep({product, identity}, host, key.trim())
    await printReply(Activate.shape.reply, {identity, product, host} satisfies Activated, this.console)
  }
}
