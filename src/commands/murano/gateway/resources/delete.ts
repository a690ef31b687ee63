import {Command} from '../../../../lib/command.ts'
import {gatewayPatches, getGateway} from '../../../../lib/murano/gateway-calls.ts'
import {product} from '../../../../lib/murano/parameters.ts'
import {mustHave, resourcesOf} from '../../../../lib/murano/resource-map.ts'
import {empty, type Shape} from '../../../../lib/operation/declaration.ts'
import {printReply} from '../../../../lib/operation/run.ts'
import {text} from '../../../../lib/parameters.ts'

export default class DeleteResource extends Command {
  static override readonly shape = {
    summary: 'Delete a resource of a product',
    description: 'Its devices can report it no more.',
    parameters: {product_id: product(), alias: text('ALIAS', 'resource to delete')},
    effect: {changes: 'delete the resource', destructive: true},
    reply: empty('Deleted.'),
    examples: [['By alias', 'light --product fridge']],
  } as const satisfies Shape
  static override readonly calls = [getGateway, gatewayPatches.resources]

  async run(): Promise<void> {
    const {product_id, alias} = await this.values(DeleteResource.shape)
    const resources = await resourcesOf(this, product_id)
    mustHave(resources, alias, product_id)
    await this.confirm(DeleteResource.shape.effect, [alias])
    const value = Object.fromEntries(Object.entries(resources).filter(([other]) => other !== alias))
    await this.call(gatewayPatches.resources, {product_id, value})
    await printReply(DeleteResource.shape.reply, undefined, this.console)
  }
}
