import {parse} from 'yaml'
import {type JsonObject} from '../../lib/client/wire.ts'
import {badRequest} from '../refusal.ts'
import {type Store} from '../store.ts'
import {type Gateway, gatewayOf, gateways, type Resource, resourceFormats} from './gateways.ts'

/** Takes the resources of a specification: a list of `alias`, `format` and `unit`. Throws a 400 for what is none. */
export function define(store: Store, productId: string, text: string): void {
  const {resources} = specification(text)
  if (!Array.isArray(resources)) throw badRequest('The specification has no list of resources.')
  const defined = resources.map((resource): [string, Resource] => readResource(resource as JsonObject))
  const gateway: Gateway = {...gatewayOf(store, productId), resources: Object.fromEntries(defined)}
  store.collection(gateways).put(gateway)
}

function specification(text: string): {resources?: unknown} {
  try {
    const value: unknown = parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // As with what is no object.
  }
  throw badRequest('The specification is not YAML.')
}

function readResource({alias, format = 'string', unit}: JsonObject): [string, Resource] {
  // The first generation knows two kinds of numbers.
  const kind = format === 'float' || format === 'integer' ? 'number' : format
  const known = resourceFormats.find((one) => one === kind)
  if (typeof alias !== 'string' || known === undefined)
    throw badRequest('A resource needs an alias and a known format.')
  return [alias, {format: known, settable: true, ...(typeof unit === 'string' && {unit})}]
}
