import {type JsonObject} from '../client/wire.ts'

/** Something that the devices of a product report, or are told. */
export type Resource = {
  format: string
  unit?: string
  settable?: boolean
  /** The values that it may have, where they are few. */
  allowed?: (string | number | boolean)[]
}

/** How the devices of a product get in, and what they have to say. */
export interface Gateway {
  /** Where devices report: `<product>.m2.exosite.io`. */
  fqdn?: string
  protocol?: {name?: string; devmode?: boolean}
  identity_format?: {type?: string; prefix?: string; options?: {casing?: string; length?: number}}
  provisioning?: {
    enabled?: boolean
    auth_type?: string
    generate_identity?: boolean
    presenter_identity?: boolean
    ip_whitelisting?: JsonObject
  }
  resources?: Record<string, Resource>
}

/** What can be changed of it, each as a whole. */
export type GatewayPart = 'resources' | 'protocol' | 'identity_format' | 'provisioning'
