import {Command} from '../../../lib/command.ts'
import {deleteEventHandler} from '../../../lib/murano/event-handler-calls.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Delete extends Command {
  static override readonly shape = {
    summary: deleteEventHandler.shape.summary,
    parameters: handlerParameters,
    effect: deleteEventHandler.shape.effect,
    reply: deleteEventHandler.shape.reply,
    examples: [['Of a linked product', 'fridge event --solution clinic-monitor']],
  } satisfies Shape
  static override readonly calls = [deleteEventHandler]

  async run(): Promise<void> {
    const given = await this.values(Delete.shape)
    await this.confirm(Delete.shape.effect, [`${given.service} ${given.event}`])
    const {solution: id, service, event} = await this.identified(Delete.shape, given)
    await this.call(deleteEventHandler, {id, alias: `${service}_${event}`})
    await printReply(Delete.shape.reply, undefined, this.console)
  }
}
