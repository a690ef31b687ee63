import {Command} from '../../../lib/command.ts'
import {deleteHandler, getHandler} from '../../../lib/murano/handler-calls.ts'
import {handlerParameters} from '../../../lib/murano/handler-parameters.ts'
import {type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Delete extends Command {
  static override readonly shape = {
    summary: deleteHandler.shape.summary,
    parameters: handlerParameters,
    effect: deleteHandler.shape.effect,
    reply: deleteHandler.shape.reply,
    examples: [['Of a linked product', 'fridge event --solution clinic-monitor']],
  } satisfies Shape
  static override readonly calls = [deleteHandler, getHandler]

  async run(): Promise<void> {
    const given = await this.values(Delete.shape)
    await this.confirm(Delete.shape.effect, [`${given.service} ${given.event}`])
    const {solution: id, service, event} = await this.identified(Delete.shape, given)
    const {id: handler} = await this.call(getHandler, {id, alias: `${id}_${service}_${event}`})
    await this.call(deleteHandler, {id, handler: handler ?? `${id}_${service}_${event}`})
    await printReply(Delete.shape.reply, undefined, this.console)
  }
}
