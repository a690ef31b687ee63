import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {Command, type CommandClass} from '../command.ts'
import {usageError} from '../errors.ts'
import {setField} from '../input/fields.ts'
import {object, type Shape} from '../operation/declaration.ts'
import {overlay} from '../operation/overlay.ts'
import {printReply} from '../operation/run.ts'
import {type Parameters} from '../parameter.ts'
import {type GatewayPart} from './gateway.ts'
import {gatewayPatches, getGateway} from './gateway-calls.ts'
import {product} from './parameters.ts'

/** A command that changes some values of a part of a gateway. */
interface GatewayCommand {
  part: Exclude<GatewayPart, 'resources'>
  summary: string
  /** By their (nested) names in the part. */
  values: Parameters
  examples: Shape['examples']
}

/** Declares a command that lays its flags over a part of a product's gateway: what is not given stays. */
export function gatewayCommand({part, summary, values: own, examples}: GatewayCommand): CommandClass {
  const parameters: Parameters = {product_id: product(), ...own}
  const patch = gatewayPatches[part]
  return class extends Command {
    static override readonly shape: Shape = {
      summary,
      description: 'What is not given stays as it is. Prints what holds from then on.',
      parameters,
      effect: {changes: `change the ${part.replace('_', ' ')} of`, idempotent: true},
      reply: object({columns: []}),
      dryRun: true,
      examples,
    }
    static override readonly calls = [getGateway, patch]

    async run(): Promise<void> {
      const {product_id, ...given} = await this.values({...getGateway.shape, parameters})
      const changes: JsonObject = {}
      for (const [name, value] of Object.entries(given))
        if (value !== undefined) setField(changes, name, value as JsonValue)
      if (Object.keys(changes).length === 0) throw usageError('Nothing is given that could be changed.')
      const gateway = await this.call(getGateway, {product_id: product_id as string})
      const value = overlay(gateway[part] ?? {}, changes)
      const inputs = {product_id: product_id as string, value}
      if (this.flags['dry-run'] === true) return this.showRequest(patch, inputs)
      await this.call(patch, inputs)
      await printReply(object({columns: []}), value, this.console)
    }
  }
}
