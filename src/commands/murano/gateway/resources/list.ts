import {Command} from '../../../../lib/command.ts'
import {getGateway} from '../../../../lib/murano/gateway-calls.ts'
import {resourceColumns, type ResourceRow, resourcesOf} from '../../../../lib/murano/resource-map.ts'
import {list, type Shape} from '../../../../lib/operation/declaration.ts'
import {printRows} from '../../../../lib/operation/print-rows.ts'

export default class List extends Command {
  static override readonly shape = {
    summary: 'List what the devices of a product report and are told',
    parameters: getGateway.shape.parameters,
    reply: list<ResourceRow>({columns: resourceColumns, id: 'alias', noun: 'resources', paging: 'none'}),
    examples: [['Of a product', '--product fridge']],
  } as const satisfies Shape
  static override readonly calls = [getGateway]

  async run(): Promise<void> {
    const {product_id} = await this.values(List.shape)
    const resources = await resourcesOf(this, product_id)
    const rows = Object.entries(resources).map(([alias, resource]) => ({alias, ...resource}))
    await printRows(List.shape.reply, rows, this.flags, this.console)
  }
}
