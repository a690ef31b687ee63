import {solution} from '../../../lib/murano/parameters.ts'
import {serviceArgument} from '../../../lib/murano/service-config-calls.ts'
import {operation} from '../../../lib/operation.ts'
import {list} from '../../../lib/operation/declaration.ts'

/** A line of a log. */
interface LogLine {
  /** Milliseconds since 1970. */
  timestamp?: number
  type?: string
  severity?: number
  event?: string
  message?: string
}

export default operation({
  operation: 'Murano.serviceconfig.logs',
  summary: 'List what the log of a solution says of a service',
  request: {line: 'GET /solution/{id}/serviceconfig/{scid}/logs', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), scid: serviceArgument('service to ask about')},
  reply: list<LogLine>({
    columns: ['timestamp', 'type', 'severity', 'event', 'message'],
    noun: 'lines',
    paging: 'none',
  }),
  examples: [['By alias', 'keystore --solution clinic-monitor']],
})
