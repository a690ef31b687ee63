import {Command} from '../../../lib/command.ts'
import {solution} from '../../../lib/murano/parameters.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {tsdb} from '../../../lib/murano/services/tsdb.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'
import {type Caller} from '../../../lib/operation/declaration.ts'

interface MetricsPage {
  metrics: string[]
  next?: string
}

const metricsPage = serviceOperation({
  service: tsdb,
  operation: 'listMetrics',
  reply: object<MetricsPage>({columns: ['metrics', 'next']}),
  examples: [],
})

/** Names of all metrics, page by page. */
export async function* allMetrics(caller: Caller, scope: string): AsyncIterable<string> {
  let next: string | undefined
  do {
    const page: MetricsPage = await caller.call(metricsPage, {solution: scope, next})
    yield* page.metrics
    next = page.next
  } while (next !== undefined)
}

export default class ListMetrics extends Command {
  static override readonly shape = {
    summary: metricsPage.shape.summary,
    parameters: {solution: solution()},
    reply: list<string>({columns: ['value'], id: 'value', noun: 'metrics', paging: 'none'}),
    examples: [['All of them', '--solution Sandpit']],
  } satisfies Shape
  static override readonly calls = [metricsPage]

  async run(): Promise<void> {
    const {solution: scope} = await this.values(ListMetrics.shape)
    await printRows(ListMetrics.shape.reply, allMetrics(this, scope), this.flags, this.console)
  }
}
