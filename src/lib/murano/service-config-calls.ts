import {wholeBody} from '../body-parameter.ts'
import {type JsonObject} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {text} from '../parameters.ts'
import {solution} from './parameters.ts'
import {serviceConfigLookup} from './service-config.ts'

const murano = {host: 'murano', auth: 'murano'} as const

/** A service that is enabled in a solution, or a product that is linked to it. */
export interface ServiceConfig {
  id: string
  name?: string
  /** Its alias; of a linked product its id. */
  service: string
  /** What scripts call it; of a linked product its name. */
  script_key?: string
  status?: string
}

/** With its settings. */
export interface ServiceSettings extends ServiceConfig {
  parameters?: JsonObject
  triggers?: JsonObject
}

export const serviceColumns = ['id', 'service', 'name', 'status'] as const

/** A service as argument. It goes by its id in requests. */
export function serviceArgument(summary: string) {
  return text('SERVICE', `${summary}: its alias, or a linked product`, {lookup: serviceConfigLookup('id')})
}

/** Also where the ids are found that operations of services are called by. */
export const listServiceConfigs = operation({
  operation: 'Murano.serviceconfig.list',
  summary: 'List the services that a solution has enabled',
  request: {line: 'GET /solution/{id}/serviceconfig', ...murano},
  parameters: {id: solution()},
  reply: list<ServiceConfig>({columns: serviceColumns, id: 'id', noun: 'services', paging: {offset: 'offset'}}),
  examples: [['All of them', '--solution clinic-monitor']],
})

/** Also what changes begin with. */
export const getServiceConfig = operation({
  operation: 'Murano.serviceconfig.get',
  summary: 'Show a service of a solution with its settings',
  request: {line: 'GET /solution/{id}/serviceconfig/{scid}', ...murano},
  parameters: {id: solution(), scid: serviceArgument('service to show')},
  reply: object<ServiceSettings>({columns: [...serviceColumns, 'parameters', 'triggers'], id: 'id'}),
  examples: [
    ['By alias', 'keystore --solution clinic-monitor'],
    ['Its settings alone', 'device --solution clinic-monitor --jq .parameters'],
  ],
})

/** Also what links a product: that is a service of the application then. */
export const createServiceConfig = operation({
  operation: 'Murano.serviceconfig.create',
  summary: 'Enable a service in a solution',
  request: {line: 'POST /solution/{solution_id}/serviceconfig/', ...murano},
  parameters: {
    solution_id: solution(),
    service: text('SERVICE', 'alias of the service'),
    script_key: text('--script-key', 'what scripts call it'),
  },
  derived: ({solution_id}) => ({solution_id}),
  effect: {changes: 'enable'},
  reply: object<ServiceConfig>({columns: serviceColumns, id: 'id'}),
  examples: [],
})

const anything = {type: 'object', additionalProperties: {}} as const

/** Replaces parameters and triggers, each as a whole. */
export const putServiceConfig = operation({
  operation: 'Murano.serviceconfig.put',
  summary: 'Change the settings of a service',
  description:
    'What is given is laid over what is set now: the rest stays as it is, but for lists, which are replaced. For one value of a certain type, or to add to a list: commsctl murano settings write',
  request: {line: 'PUT /solution/{id}/serviceconfig/{scid}', ...murano},
  parameters: {
    id: solution(),
    scid: serviceArgument('service to change'),
    body: wholeBody('what to change', {fields: {parameters: anything, triggers: anything}}),
  },
  effect: {changes: 'change the settings of', replaces: true},
  async current(caller, {id, scid}) {
    const {parameters = {}, triggers = {}} = await caller.call(getServiceConfig, {id, scid})
    return {parameters, triggers}
  },
  reply: empty('The settings are changed.'),
  examples: [['A parameter', 'twilio -F parameters.AccountSid=AC0123 --solution clinic-monitor']],
})

/** Also what ends the link of a product. */
export const deleteServiceConfig = operation({
  operation: 'Murano.serviceconfig.delete',
  summary: 'Disable a service in a solution, with its settings',
  request: {line: 'DELETE /solution/{id}/serviceconfig/{scid}', ...murano},
  parameters: {id: solution(), scid: serviceArgument('service to disable')},
  effect: {changes: 'disable the service', destructive: true},
  reply: empty('Disabled.'),
  examples: [['By alias', 'twilio --solution clinic-monitor']],
})
