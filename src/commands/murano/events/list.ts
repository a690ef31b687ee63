import {collect} from '../../../lib/collect.ts'
import {Command} from '../../../lib/command.ts'
import {inWaves} from '../../../lib/in-waves.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {getServiceSchema} from '../../../lib/murano/service-calls.ts'
import {listServiceConfigs} from '../../../lib/murano/service-config-calls.ts'
import {serviceAliasLookup} from '../../../lib/murano/service-config.ts'
import {eventRow, type EventRow} from '../../../lib/murano/service-events.ts'
import {ServiceSchemas} from '../../../lib/murano/service-schemas.ts'
import {list, type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {text} from '../../../lib/parameters.ts'

const width = 5

export default class List extends Command {
  static override readonly shape = {
    summary: 'List the events that scripts of a solution can handle',
    parameters: {
      solution: solution(),
      service: text('SERVICE', 'only those of this service; a linked product may be named', {
        required: false,
        lookup: serviceAliasLookup('solution'),
      }),
    },
    reply: list<EventRow>({
      columns: ['service', 'event', 'handler', 'summary'],
      id: 'handler',
      noun: 'events',
      paging: 'none',
    }),
    examples: [
      ['Of all services', '--solution clinic-monitor'],
      ['Of a linked product', 'fridge --solution clinic-monitor'],
    ],
  } satisfies Shape
  static override readonly calls = [getServiceSchema, listServiceConfigs]

  async run(): Promise<void> {
    const given = await this.values(List.shape)
    const {service, solution: id} = await this.identified(List.shape, given)
    const aliases = service === undefined ? await this.#enabled(id) : [service]
    await printRows(List.shape.reply, this.#events(aliases, id), this.flags, this.console)
  }

  async #enabled(id: string): Promise<string[]> {
    return (await collect(this.all(listServiceConfigs, {id}))).map(({service}) => service).toSorted()
  }

  async *#events(aliases: readonly string[], id: string): AsyncIterable<EventRow> {
    const schemas = new ServiceSchemas(this, this.console)
    const events = async (alias: string) => (await schemas.of(alias, id))?.events.map((event) => eventRow(alias, event))
    for await (const rows of inWaves(aliases, width, events)) yield* rows ?? []
  }
}
