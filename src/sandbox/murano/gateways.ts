import {type JsonObject} from '../../lib/client/wire.ts'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

export const resourceFormats = ['number', 'string', 'boolean'] as const

/** Something that a device reports, or is told. */
export interface Resource {
  format: (typeof resourceFormats)[number]
  unit?: string
  settable: boolean
  /** The values that it may have, where they are few. */
  allowed?: (string | number | boolean)[]
}

/** How the devices of a product get in, and what they have to say. */
export interface Gateway {
  product_id: string
  protocol: {name: string; devmode: boolean}
  identity_format: {type: string; prefix: string; options: {casing: string; length: number}}
  provisioning: {
    enabled: boolean
    auth_type: string
    generate_identity: boolean
    presenter_identity: boolean
    ip_whitelisting: JsonObject
  }
  resources: Record<string, Resource>
}

export const gateways: CollectionSpec<Gateway> = {name: 'murano_gateways', id: 'product_id', indexes: []}

/** The gateway of a product: one that nobody has changed is as at first. */
export function gatewayOf(store: Store, productId: string): Gateway {
  return (
    store.collection(gateways).get(productId) ?? {
      product_id: productId,
      protocol: {name: 'onep', devmode: false},
      identity_format: {type: 'opaque', prefix: '', options: {casing: 'mixed', length: 0}},
      provisioning: {
        enabled: true,
        auth_type: 'token',
        generate_identity: true,
        presenter_identity: true,
        ip_whitelisting: {enabled: false},
      },
      resources: {},
    }
  )
}

/** What is wrong with an identity by the rules of its product; undefined for a good one. */
export function identityProblem(
  {identity_format: {type, prefix, options}}: Gateway,
  identity: string,
): string | undefined {
  const pattern = identityPatterns[type] ?? /^[^/\s]{1,128}$/
  const body = identity.startsWith(prefix) ? identity.slice(prefix.length) : ''
  const isFit =
    pattern.test(body) &&
    (options.length === 0 || body.length === options.length) &&
    (options.casing !== 'lower' || body === body.toLowerCase()) &&
    (options.casing !== 'upper' || body === body.toUpperCase())
  return isFit ? undefined : `Identity format invalid: ${identity}`
}

const identityPatterns: Readonly<Record<string, RegExp>> = {
  base10: /^\d+$/,
  base16: /^[0-9a-f]+$/i,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
}
