import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timeseries} from '../../../lib/murano/services/timeseries.ts'
import {type InfluxResult} from '../../../lib/murano/time-rows.ts'
import {object} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timeseries,
  operation: 'command',
  arguments: {q: 'STATEMENT'},
  effect: {changes: 'run'},
  reply: object<InfluxResult>({columns: ['results']}),
  examples: [['What is measured', "'SHOW MEASUREMENTS' --solution clinic-monitor"]],
})
