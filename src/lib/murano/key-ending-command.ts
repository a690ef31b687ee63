import {Command} from '../command.ts'
import {printReply} from '../operation/run.ts'
import {type deleteDevice, type revokeDevice} from './device-calls.ts'
import {DeviceKeys} from './device-keys.ts'

/** A command after which a device’s key is worth nothing: what is stored of it is deleted, too. */
export abstract class KeyEndingCommand extends Command {
  protected abstract readonly ending: typeof deleteDevice | typeof revokeDevice

  async run(): Promise<void> {
    const {shape} = this.ending
    const values = await this.values(shape)
    if (this.flags['dry-run'] === true) return this.showRequest({shape}, values)
    await this.confirm(shape.effect, [values.identity])
    const {product_id, identity} = await this.identified(shape, values)
    await this.call({shape}, {product_id, identity})
    if (this.console.settings.profile !== undefined)
      await DeviceKeys.of(this.console).forget({product: product_id, identity})
    await printReply(shape.reply, undefined, this.console)
  }
}
