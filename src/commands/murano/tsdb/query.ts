import {type JsonObject} from '../../../lib/client/wire.ts'
import {collect} from '../../../lib/collect.ts'
import {Command} from '../../../lib/command.ts'
import {assignments} from '../../../lib/murano/assignments.ts'
import {chart, printTimeTable} from '../../../lib/murano/print-time-table.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {tsdb} from '../../../lib/murano/services/tsdb.ts'
import {tsdbTable, type TsdbResult} from '../../../lib/murano/time-rows.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'
import {texts} from '../../../lib/parameters.ts'
import listMetrics, {allMetrics} from './list-metrics.ts'

const metrics = texts('METRICS...', 'names of metrics; left out, all that there are', {required: false})

const queryMetrics = serviceOperation({
  service: tsdb,
  operation: 'query',
  arguments: {
    metrics,
    tags: assignments('--tag', 'tags', 'only values with this tag (repeat for more)', {required: false, typed: false}),
  },
  reply: object<TsdbResult>({columns: []}),
  examples: [],
})

/** The most that the service gives at once. */
const most = 10_000

export default class Query extends Command {
  static override readonly shape = {
    summary: 'Query values of metrics',
    description:
      'A row for each moment, with a column for each metric. Aggregates are columns such as temperature.max. Shows what ' +
      'the service gives without --limit; --all asks for as much as it ever gives.',
    parameters: {...queryMetrics.shape.parameters, chart},
    reply: list<JsonObject>({columns: [], noun: 'rows', paging: 'none'}),
    dryRun: true,
    examples: [
      ['A chart of a day', 'temperature --solution Sandpit --chart'],
      [
        'Of each quarter of it',
        'temperature --sampling-size 6h --aggregate max --aggregate avg --order-by asc --solution Sandpit',
      ],
      ['As CSV', 'temperature --tag identity=fridge-01 -o csv --solution Sandpit'],
    ],
  } satisfies Shape
  static override readonly calls = [queryMetrics, ...listMetrics.calls]

  async run(): Promise<void> {
    const {chart: isDrawn, ...given} = (await this.values(Query.shape)) as Given
    const values = {...given, limit: this.flags['all'] === true ? most : given.limit}
    if (this.flags['dry-run'] === true) return this.showRequest(queryMetrics, values)
    const named = given.metrics ?? (await collect(allMetrics(this, given.solution)))
    const result = named.length === 0 ? {} : await this.call(queryMetrics, {...values, metrics: named})
    const drawing = {chart: isDrawn, epoch: given.epoch}
    await printTimeTable(Query.shape.reply, tsdbTable(result), drawing, this.flags, this.console)
  }
}

/** Of the values, those that matter here. */
interface Given {
  solution: string
  metrics?: string[]
  limit?: number
  epoch?: string
  chart?: boolean
}
