import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {type Resource} from './gateway.ts'
import {type NamedValue} from './named-values.ts'
import {mustHave, type ResourceMap} from './resource-map.ts'
import {typedValue} from './setting-change.ts'

/** Values as the resources of a product are. Throws for one that there is not, that cannot be set, or that does not fit. */
export function resourceValues(values: readonly NamedValue[], resources: ResourceMap, product: string): JsonObject {
  return Object.fromEntries(
    values.map(([alias, text]) => [alias, valueFor(alias, text, mustHave(resources, alias, product))]),
  )
}

function valueFor(alias: string, text: string, {format, settable, allowed}: Resource): JsonValue {
  if (settable === false) throw usageError(`${alias} is reported by the device, and cannot be set.`)
  const value = typedValue(text, format === 'number' || format === 'boolean' ? format : 'text')
  if (allowed === undefined || allowed.length === 0 || allowed.some((one) => String(one) === text)) return value
  throw usageError(`${alias}: “${text}” is not one of ${allowed.join(', ')}.`)
}
