import {type JsonObject} from '../../../lib/client/wire.ts'
import {Command} from '../../../lib/command.ts'
import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timeseries} from '../../../lib/murano/services/timeseries.ts'
import {influxTable, type InfluxResult} from '../../../lib/murano/time-rows.ts'
import {confirmEffect} from '../../../lib/operation/confirm.ts'
import {list, object, type Shape} from '../../../lib/operation/declaration.ts'
import {printRows} from '../../../lib/operation/print-rows.ts'

const runStatement = serviceOperation({
  service: timeseries,
  operation: 'command',
  arguments: {q: 'STATEMENT'},
  reply: object<InfluxResult>({columns: []}),
  examples: [],
})

export default class RunStatement extends Command {
  static override readonly shape = {
    summary: runStatement.shape.summary,
    description: 'Prints rows, where the statement gives some.',
    parameters: runStatement.shape.parameters,
    effect: runStatement.shape.effect,
    reply: list<JsonObject>({columns: [], noun: 'rows', paging: 'none'}),
    dryRun: true,
    examples: [['What is measured', "'SHOW MEASUREMENTS' --solution clinic-monitor"]],
  } satisfies Shape
  static override readonly calls = [runStatement]

  async run(): Promise<void> {
    const values = await this.values(RunStatement.shape)
    if (this.flags['dry-run'] === true) return this.showRequest(runStatement, values)
    await confirmEffect(runStatement.shape, values, this.console)
    const {columns, rows} = influxTable(await this.call(runStatement, values))
    await printRows({...RunStatement.shape.reply, columns}, rows, this.flags, this.console)
  }
}
