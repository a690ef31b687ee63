import {Command} from '../../../lib/command.ts'
import {productArgument, solution} from '../../../lib/murano/parameters.ts'
import {deleteServiceConfig} from '../../../lib/murano/service-config-calls.ts'
import {empty, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'

export default class Unlink extends Command {
  static override readonly shape = {
    summary: 'End the link of a product to an application',
    description:
      'The application is told no more of what devices report. Its event handler stays: it is a script of yours.',
    parameters: {id: solution(), product: productArgument('linked product, by name or id')},
    effect: {changes: 'unlink', disruptive: true, idempotent: true},
    reply: empty('The product is linked no more.'),
    examples: [['By name', 'fridge --solution clinic-monitor']],
  } as const satisfies Shape
  static override readonly calls = [deleteServiceConfig]

  async run(): Promise<void> {
    const {id, product: scid} = await this.identified(Unlink.shape, await this.values(Unlink.shape))
    await this.confirm(Unlink.shape.effect, [`${scid} from ${id}`])
    await this.call(deleteServiceConfig, {id, scid})
    await printReply(Unlink.shape.reply, undefined, this.console)
  }
}
