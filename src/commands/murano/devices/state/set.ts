import {Command} from '../../../../lib/command.ts'
import {patchState} from '../../../../lib/murano/device-calls.ts'
import {getGateway} from '../../../../lib/murano/gateway-calls.ts'
import {namedValues} from '../../../../lib/murano/named-values.ts'
import {resourcesOf} from '../../../../lib/murano/resource-map.ts'
import {resourceValues} from '../../../../lib/murano/resource-value.ts'
import {empty, type Shape} from '../../../../lib/operation/declaration.ts'
import {printReply} from '../../../../lib/operation/run.ts'

export default class SetState extends Command {
  static override readonly shape = {
    summary: 'Tell a device values of its resources',
    description: 'Values are sent as what the resource is: a number, true or false, or text.',
    parameters: {
      product_id: patchState.shape.parameters.product_id,
      identity: patchState.shape.parameters.identity,
      values: namedValues('what to tell it, each as ALIAS=VALUE'),
    },
    effect: patchState.shape.effect,
    reply: empty('The values are set.'),
    dryRun: true,
    examples: [['Two values', 'fridge-01 setpoint=5 light=true --product fridge']],
  } as const satisfies Shape
  static override readonly calls = [patchState, getGateway]

  async run(): Promise<void> {
    const {product_id, identity, values} = await this.values(SetState.shape)
    const state = resourceValues(values, await resourcesOf(this, product_id), product_id)
    const inputs = {product_id, identity, state}
    if (this.flags['dry-run'] === true) return this.showRequest(patchState, inputs)
    await this.call(patchState, inputs)
    await printReply(SetState.shape.reply, undefined, this.console)
  }
}
