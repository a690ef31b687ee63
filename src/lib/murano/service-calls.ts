import {type JsonObject} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {list, object} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {solution} from './parameters.ts'

/** A service that solutions can use. */
export interface AvailableService {
  id: string
  /** What it goes by in requests. */
  alias: string
  name?: string
  status?: string
}

/** All services that there are for a solution, whether it has them enabled or not. */
export const listServices = operation({
  operation: 'Murano.service.list',
  summary: 'List the services that a solution could enable',
  request: {line: 'GET /solution/{id}/service', host: 'murano', auth: 'murano'},
  parameters: {id: solution()},
  reply: list<AvailableService>({
    columns: ['alias', 'name', 'status'],
    id: 'alias',
    noun: 'services',
    paging: {offset: 'offset'},
  }),
  examples: [['All services', '--solution clinic-monitor']],
})

/** What a service says of itself, in Swagger 2.0. */
export const getServiceSchema = operation({
  operation: 'Murano.service.schema',
  summary: 'Show how a service describes itself',
  description: 'In Swagger 2.0. To read it in plain words: commsctl murano call SERVICE',
  request: {line: 'GET /solution/{id}/service/{service}/schema', host: 'murano', auth: 'murano'},
  parameters: {id: solution(), service: text('SERVICE', 'alias of the service')},
  reply: object<JsonObject>({columns: []}),
  format: 'json',
  examples: [['Names of its operations', 'keystore --solution clinic-monitor --jq ".paths | keys"']],
})
