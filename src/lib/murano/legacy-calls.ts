import {wholeBody} from '../body-parameter.ts'
import {type JsonValue} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, list, object} from '../operation/declaration.ts'
import {prose, text} from '../parameters.ts'
import {namedValues} from './named-values.ts'
import {business} from './parameters.ts'

// Products as they were until 2017: of the One Platform, each with a model.

const murano = {host: 'murano', auth: 'murano'} as const

/** A product of the first generation. */
export interface LegacyProduct {
  pid: string
  modelId: string
  label?: string
  type?: string
}

const pid = text('PRODUCT', 'id of the product (pid)')

export const listLegacyProducts = operation({
  operation: 'Murano.legacy.product.list',
  summary: 'List the first-generation products of a business',
  request: {line: 'GET /business/{bizid}/product/', ...murano},
  parameters: {bizid: business()},
  reply: list<LegacyProduct>({
    columns: ['pid', 'modelId', 'label', 'type'],
    id: 'pid',
    noun: 'products',
    paging: 'none',
  }),
  examples: [['Of the business', '']],
})

export const createLegacyProduct = operation({
  operation: 'Murano.legacy.product.create',
  summary: 'Create a first-generation product',
  request: {line: 'POST /business/{bizid}/product/', ...murano, fixedBody: {type: 'onepModel'}},
  parameters: {bizid: business(), label: text('NAME', 'what it is called')},
  effect: {changes: 'create the product'},
  reply: empty('Created.'),
  examples: [['With a name', 'thermometer']],
})

export const deleteLegacyProduct = operation({
  operation: 'Murano.legacy.product.delete',
  summary: 'Delete a first-generation product',
  request: {line: 'DELETE /business/{bizid}/product/{modelId}', ...murano},
  parameters: {bizid: business(), modelId: text('MODEL', 'id of its model (modelId)')},
  effect: {changes: 'delete the product', destructive: true},
  reply: empty('Deleted.'),
  examples: [['By the id of its model', 'dbxk4bgmn23mw9vkh']],
})

export const legacyProductInfo = operation({
  operation: 'Murano.legacy.product.info',
  summary: 'Show the resources of a first-generation product',
  request: {line: 'GET /product/{pid}/info', ...murano},
  parameters: {pid},
  reply: object<{modelrid: string; resources: JsonValue}>({columns: ['modelrid', 'resources'], id: 'modelrid'}),
  examples: [['By id', 'dbxk4bgmn23mw9vkh']],
})

export const defineLegacyProduct = operation({
  operation: 'Murano.legacy.product.definition',
  summary: 'Define the resources of a first-generation product',
  request: {line: 'POST /product/{pid}/definition', ...murano, body: 'yaml'},
  parameters: {pid, definition: prose('--definition', 'the specification, in YAML: @FILE or -', {required: true})},
  effect: {changes: 'define the resources of', idempotent: true},
  reply: empty('Defined.'),
  examples: [
    ['From a file of one line', "dbxk4bgmn23mw9vkh --definition 'resources: [{alias: temperature, format: float}]'"],
  ],
})

export const writeLegacyProduct = operation({
  operation: 'Murano.legacy.product.write',
  summary: 'Tell a device of a first-generation product values',
  request: {line: 'POST /product/{pid}/write/{sn}', ...murano},
  parameters: {
    pid,
    sn: text('DEVICE', 'serial number of the device'),
    values: namedValues('what to tell it, each as ALIAS=VALUE', {spread: (pairs) => Object.fromEntries(pairs)}),
  },
  effect: {changes: 'write values to', idempotent: true},
  reply: object<Record<string, string>>({columns: []}),
  examples: [['A value', 'dbxk4bgmn23mw9vkh fridge-01 setpoint=5']],
})

/** One call of many, and what came of it. */
interface RpcResult {
  id: JsonValue
  status: string
  result?: JsonValue
}

export const legacyProductRpc = operation({
  operation: 'Murano.legacy.product.rpc',
  summary: 'Make calls of the One Platform for a first-generation product',
  request: {line: 'POST /product/{pid}/proxy/onep:v1/rpc/process', ...murano},
  parameters: {
    pid,
    body: wholeBody('the calls, and who makes them', {
      fields: {
        auth: {type: 'object', additionalProperties: {}, description: '{} for the product, or {"client_id": RID}'},
        calls: {
          type: 'array',
          items: {type: 'object', additionalProperties: {}},
          description: 'id, procedure and arguments of each',
        },
      },
      required: ['auth', 'calls'],
    }),
  },
  effect: {changes: 'make calls for'},
  reply: list<RpcResult>({columns: ['id', 'status', 'result'], noun: 'results', paging: 'none'}),
  examples: [
    [
      'The id that the platform has for it',
      `dbxk4bgmn23mw9vkh --body '{"auth": {}, "calls": [{"id": 1, "procedure": "lookup", "arguments": ["alias", ""]}]}'`,
    ],
  ],
})

/** A device of a first-generation product. */
export interface LegacyDevice {
  sn?: string
  status: string
}

export const listLegacyDevices = operation({
  operation: 'Murano.legacy.product.device.list',
  summary: 'List the devices of a first-generation product',
  request: {line: 'GET /product/{pid}/device/', ...murano},
  parameters: {pid},
  reply: list<LegacyDevice>({columns: ['sn', 'status'], id: 'sn', noun: 'devices'}),
  examples: [['Of a product', 'dbxk4bgmn23mw9vkh']],
})

export const enableLegacyDevice = operation({
  operation: 'Murano.legacy.product.device.enable',
  summary: 'Let a device of a first-generation product in',
  request: {line: 'POST /product/{pid}/device/{sn}', ...murano},
  parameters: {pid, sn: text('DEVICE', 'serial number of the device')},
  effect: {changes: 'enable'},
  reply: empty('Enabled.'),
  examples: [['By serial number', 'dbxk4bgmn23mw9vkh fridge-05']],
})
