import {type JsonObject} from '../../../lib/client/wire.ts'
import {Command} from '../../../lib/command.ts'
import {chart, printTimeTable} from '../../../lib/murano/print-time-table.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timeseries} from '../../../lib/murano/services/timeseries.ts'
import {influxTable, type InfluxResult} from '../../../lib/murano/time-rows.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'

const queryPoints = serviceOperation({
  service: timeseries,
  operation: 'query',
  arguments: {q: 'QUERY'},
  reply: object<InfluxResult>({columns: []}),
  examples: [],
})

export default class Query extends Command {
  static override readonly shape = {
    summary: queryPoints.shape.summary,
    description: 'A row for each point. Columns are those of the query, with the tags that it groups by.',
    parameters: {...queryPoints.shape.parameters, chart},
    reply: list<JsonObject>({columns: [], noun: 'rows', paging: 'none'}),
    dryRun: true,
    examples: [
      ['The last hour', "'SELECT value FROM temperature WHERE time > now() - 1h' --solution clinic-monitor"],
      ['A chart', "'SELECT value FROM temperature' --solution clinic-monitor --chart"],
    ],
  } satisfies Shape
  static override readonly calls = [queryPoints]

  async run(): Promise<void> {
    const {chart: isDrawn, ...values} = (await this.values(Query.shape)) as {chart?: boolean; epoch?: string}
    if (this.flags['dry-run'] === true) return this.showRequest(queryPoints, values)
    const result = await this.call(queryPoints, values)
    const drawing = {chart: isDrawn, epoch: values.epoch}
    await printTimeTable(Query.shape.reply, influxTable(result), drawing, this.flags, this.console)
  }
}
