import {Command} from '../../../lib/command.ts'
import {notFoundError} from '../../../lib/errors.ts'
import {type KeyValue, valueOf} from '../../../lib/murano/keystore-value.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {keystore} from '../../../lib/murano/services/keystore.ts'
import {object} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export const getKey = serviceOperation({
  service: keystore,
  operation: 'get',
  arguments: {key: 'KEY'},
  description: 'Prints the value alone, unless a format is chosen.',
  reply: object<KeyValue>({columns: ['value'], id: 'value', alone: 'value'}),
  examples: [
    ['The value', 'greeting --solution Sandpit'],
    ['As the service has it', 'greeting --solution Sandpit -o json'],
  ],
})

export default class Get extends Command {
  static override readonly shape = getKey.shape
  static override readonly calls = [getKey]

  async run(): Promise<void> {
    const values = await this.values(Get.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(getKey, values)
    const reply = await this.call(getKey, values)
    if (valueOf(reply) === undefined)
      throw notFoundError(
        `The key ${String(values['key'])} has no value.`,
        `commsctl murano keystore list --solution ${String(values['solution'])}`,
      )
    await printReply(Get.shape.reply, reply, this.console)
  }
}
