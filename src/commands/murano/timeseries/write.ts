import {serviceOperation} from '../../../lib/murano/service-operation.ts'
import {timeseries} from '../../../lib/murano/services/timeseries.ts'
import {empty} from '../../../lib/operation/declaration.ts'

export default serviceOperation({
  service: timeseries,
  operation: 'write',
  arguments: {query: 'POINTS'},
  description:
    'One point a line; - reads them from standard input, @FILE from a file. A point without time gets the present one.',
  reply: empty('Written.'),
  examples: [['One point', `'temperature,fridge=fridge-01 value=4.2' --solution clinic-monitor`]],
})
