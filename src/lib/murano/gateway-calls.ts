import {type JsonObject} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, object} from '../operation/declaration.ts'
import {json} from '../parameters.ts'
import {product} from './parameters.ts'

const murano = {host: 'murano', auth: 'murano'} as const

/** How the devices of a product get in, and what they report. */
export interface Gateway {
  fqdn?: string
  protocol: JsonObject
  identity_format: JsonObject
  provisioning: JsonObject
  /** By alias. */
  resources: Record<string, JsonObject>
}

export const getGateway = operation({
  operation: 'Murano.gateway.get',
  summary: 'Show the gateway of a product: its settings and resources',
  request: {line: 'GET /service/{pid}/device2', ...murano},
  parameters: {pid: product()},
  reply: object<Gateway>({columns: ['fqdn', 'protocol', 'identity_format', 'provisioning', 'resources']}),
  examples: [['Of a product', '--product Fridges']],
})

/** Replaces all resources: one that is left out is gone. */
export const setResources = operation({
  operation: 'Murano.gateway.resources.patch',
  summary: 'Set the resources of a product; those left out are deleted',
  request: {line: 'PATCH /service/{pid}/device2', ...murano},
  parameters: {
    pid: product(),
    resources: json('--resources', 'all resources by alias: format, unit, settable, allowed', {required: true}),
  },
  effect: {changes: 'set the resources of', destructive: true, idempotent: true},
  reply: empty('The resources are set.'),
  examples: [],
})
