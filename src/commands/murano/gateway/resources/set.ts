import {Command} from '../../../../lib/command.ts'
import {defined} from '../../../../lib/defined.ts'
import {gatewayPatches, getGateway} from '../../../../lib/murano/gateway-calls.ts'
import {product} from '../../../../lib/murano/parameters.ts'
import {resourceColumns, type ResourceRow, resourcesOf} from '../../../../lib/murano/resource-map.ts'
import {object, type Shape} from '../../../../lib/operation/declaration.ts'
import {printReply} from '../../../../lib/operation/run.ts'
import {boolean, choice, text, texts} from '../../../../lib/parameters.ts'

export default class SetResource extends Command {
  static override readonly shape = {
    summary: 'Add a resource to a product, or change it',
    description: 'What is not given stays as it is, and so do other resources. A new one is a text that cannot be set.',
    parameters: {
      product_id: product(),
      alias: text('ALIAS', 'what devices call it'),
      format: choice('--format', 'what its values are', ['number', 'string', 'boolean']),
      unit: text('--unit', 'what a number counts'),
      settable: boolean('--settable', 'whether devices are told values, too'),
      allowed: texts('--allow', 'a value that it may have (repeat for more)', {valueName: 'VALUE'}),
    },
    effect: {changes: 'set the resource', idempotent: true},
    reply: object<ResourceRow>({columns: resourceColumns, id: 'alias'}),
    dryRun: true,
    examples: [['A new one', 'humidity --format number --unit % --product fridge']],
  } as const satisfies Shape
  static override readonly calls = [getGateway, gatewayPatches.resources]

  async run(): Promise<void> {
    const {product_id, alias, ...given} = await this.values(SetResource.shape)
    const resources = await resourcesOf(this, product_id)
    const before = Object.hasOwn(resources, alias) ? resources[alias] : undefined
    const resource = {format: 'string', settable: false, ...before, ...defined(given)}
    const inputs = {product_id, value: {...resources, [alias]: resource}}
    if (this.flags['dry-run'] === true) return this.showRequest(gatewayPatches.resources, inputs)
    await this.call(gatewayPatches.resources, inputs)
    await printReply(SetResource.shape.reply, {alias, ...resource}, this.console)
  }
}
