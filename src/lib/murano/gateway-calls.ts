import {type JsonValue} from '../client/wire.ts'
import {operation} from '../operation.ts'
import {empty, object} from '../operation/declaration.ts'
import {json} from '../parameters.ts'
import {type Gateway, type GatewayPart} from './gateway.ts'
import {product} from './parameters.ts'

export const getGateway = operation({
  operation: 'Murano.gateway.get',
  summary: 'Show how the devices of a product get in, and its resources',
  request: {line: 'GET /service/{product_id}/device2', host: 'murano', auth: 'murano'},
  parameters: {product_id: product()},
  reply: object<Gateway>({
    columns: ['fqdn', 'protocol', 'identity_format', 'provisioning', 'resources'],
    id: 'fqdn',
  }),
  examples: [
    ['Of a product', '--product fridge'],
    ['Where its devices report', '--product fridge --jq .fqdn'],
  ],
})

/** Sends one part of a gateway as a whole: of what is left out of it, nobody knows what becomes. */
function patch(part: GatewayPart, summary: string) {
  return operation({
    operation: `Murano.gateway.${part}.patch`,
    summary,
    request: {line: 'PATCH /service/{product_id}/device2', host: 'murano', auth: 'murano'},
    parameters: {
      product_id: product(),
      value: json('--value', 'all of it', {required: true, spread: (value: JsonValue) => ({[part]: value})}),
    },
    effect: {changes: 'change the gateway of'},
    reply: empty('The gateway is changed.'),
    examples: [],
  })
}

/** By what they change. */
export const gatewayPatches = {
  resources: patch('resources', 'Replace the resources of a product'),
  protocol: patch('protocol', 'Replace the protocol of a product’s devices'),
  identity_format: patch('identity_format', 'Replace the form of a product’s identities'),
  provisioning: patch('provisioning', 'Replace the rules of activation'),
} as const
