import {operation} from '../operation.ts'
import {list} from '../operation/declaration.ts'
import {solution} from './parameters.ts'

/** A service that is enabled in a solution, with its settings. */
export interface ServiceConfig {
  id: string
  name?: string
  /** Its alias. */
  service: string
  status?: string
}

/** Also where the ids are found that operations of services are called by. */
export const listServiceConfigs = operation({
  operation: 'Murano.serviceconfig.list',
  summary: 'List the services that a solution has enabled',
  request: {line: 'GET /solution/{id}/serviceconfig', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<ServiceConfig>({
    columns: ['id', 'service', 'name', 'status'],
    id: 'id',
    noun: 'services',
    paging: {offset: 'offset'},
  }),
  examples: [['Those of a solution', '--solution clinic-monitor']],
})
