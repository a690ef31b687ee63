import {Command} from '../../../lib/command.ts'
import {addService} from '../../../lib/murano/add-service.ts'
import {listServices} from '../../../lib/murano/service-calls.ts'
import {createServiceConfig} from '../../../lib/murano/service-config-calls.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Add extends Command {
  static override readonly shape = {
    ...createServiceConfig.shape,
    description: 'A product is linked with: commsctl murano solutions link',
    examples: [['By alias', 'postgresql --solution clinic-monitor']],
  } as const satisfies Shape
  static override readonly calls = [createServiceConfig, listServices]

  async run(): Promise<void> {
    const values = await this.values(createServiceConfig.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(createServiceConfig, values)
    await printReply(Add.shape.reply, await addService(this, values), this.console)
  }
}
