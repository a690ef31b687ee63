import {Command} from '../../../lib/command.ts'
import {type Cors, corsOf, getCors} from '../../../lib/murano/cors-calls.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: getCors.shape.summary,
    parameters: getCors.shape.parameters,
    reply: object<Cors>({columns: ['origin', 'methods', 'headers', 'credentials']}),
    examples: [['Of an application', '--solution clinic-monitor']],
  } as const satisfies Shape
  static override readonly calls = [getCors]

  async run(): Promise<void> {
    const {id} = await this.values(Get.shape)
    await printReply(Get.shape.reply, await corsOf(this, id), this.console)
  }
}
