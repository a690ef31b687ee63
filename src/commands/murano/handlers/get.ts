import {Command} from '../../../lib/command.ts'
import {getEventHandler} from '../../../lib/murano/event-handler-calls.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Get extends Command {
  static override readonly shape = {
    summary: getEventHandler.shape.summary,
    description: 'Prints the script alone, unless a format is chosen.',
    parameters: handlerParameters,
    reply: getEventHandler.shape.reply,
    examples: [['Of a linked product', 'fridge event --solution clinic-monitor']],
  } satisfies Shape
  static override readonly calls = [getEventHandler]

  async run(): Promise<void> {
    const {solution: id, service, event} = await this.identified(Get.shape, await this.values(Get.shape))
    const handler = await this.call(getEventHandler, {id, alias: `${service}_${event}`})
    await printReply(Get.shape.reply, handler, this.console)
  }
}
