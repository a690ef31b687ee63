import {Command} from '../../../lib/command.ts'
import {createEventHandler} from '../../../lib/murano/event-handler-calls.ts'
import {linkProduct, type Link} from '../../../lib/murano/link-product.ts'
import {productArgument, solution} from '../../../lib/murano/parameters.ts'
import {createServiceConfig} from '../../../lib/murano/service-config-calls.ts'
import {object, type Shape} from '../../../lib/operation/declaration.ts'
import {printReply} from '../../../lib/operation/run.ts'
import {text} from '../../../lib/parameters.ts'

export default class LinkSolutions extends Command {
  static override readonly shape = {
    summary: 'Link a product to an application',
    description:
      'The application is sent what devices report, and its scripts can use the product as a service. Where it has no handler for the events yet, one is created that logs them. A link that is there stays as it is.',
    parameters: {
      id: solution(),
      product: productArgument('product to link, by name or id'),
      name: text('--script-key', 'what scripts call the product; its id if left out'),
    },
    effect: {changes: 'link', idempotent: true},
    reply: object<Link>({columns: ['product', 'solution', 'linked', 'handler'], id: 'product'}),
    examples: [['By name', 'fridge --solution Sandpit --script-key fridge']],
  } as const satisfies Shape
  static override readonly calls = [createServiceConfig, createEventHandler]

  async run(): Promise<void> {
    const {id, product, name} = await this.identified(LinkSolutions.shape, await this.values(LinkSolutions.shape))
    await printReply(LinkSolutions.shape.reply, await linkProduct(this, {solution: id, product, name}), this.console)
  }
}
