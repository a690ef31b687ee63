import {solution} from '../../../lib/murano/parameters.ts'
import {serviceArgument} from '../../../lib/murano/service-config-calls.ts'
import {operation} from '../../../lib/operation.ts'
import {object} from '../../../lib/operation/declaration.ts'

/** How often the service was called. */
interface ServiceInfo {
  calls: {daily: number; monthly: number; total: number}
}

export default operation({
  operation: 'Murano.serviceconfig.info',
  summary: 'Show how often a service was called',
  request: {line: 'GET /solution/{id}/serviceconfig/{scid}/info', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), scid: serviceArgument('service to ask about')},
  reply: object<ServiceInfo>({columns: ['calls.daily', 'calls.monthly', 'calls.total']}),
  examples: [['By alias', 'keystore --solution clinic-monitor']],
})
