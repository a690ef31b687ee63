import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type JsonValue} from '../client/wire.ts'

/** `--var NAME=VALUE`, repeated, as a map. */
export function variablesOf(typed: readonly string[]): Map<string, string> {
  return new Map(
    typed.map((text) => {
      const at = text.indexOf('=')
      const name = text.slice(0, at)
      if (at > 0 && isName.test(name)) return [name, text.slice(at + 1)]
      throw usageError(`--var: “${text}” is not NAME=VALUE.`, {hint: 'Write for example --var town=Sarasota.'})
    }),
  )
}

const isName = /^[A-Za-z_]\w*$/

/** Texts with the values of `${name}` in place; `$${name}` stays `${name}`. Throws a usage error that names all that have none. */
export function fill(value: JsonValue, variables: ReadonlyMap<string, string>, source: string): JsonValue {
  const missing = new Set<string>()
  const filled = filledIn(value, variables, missing)
  if (missing.size === 0) return filled
  const [first = ''] = missing
  throw usageError(`${source}: ${[...missing].map((name) => `\${${name}}`).join(', ')} has no value.`, {
    code: 'missing-variable',
    hint: `Add --var ${first}=VALUE, or write $\${${first}} for the text itself.${didYouMean(first, variables.keys())}`,
  })
}

function filledIn(value: JsonValue, variables: ReadonlyMap<string, string>, missing: Set<string>): JsonValue {
  if (typeof value === 'string') {
    return value.replace(/(\$?)\$\{(\w+)\}/g, (whole, escape: string, name: string) => {
      if (escape !== '') return whole.slice(1)
      const known = variables.get(name)
      if (known === undefined) missing.add(name)
      return known ?? whole
    })
  }
  if (Array.isArray(value)) return value.map((inner) => filledIn(inner, variables, missing))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, filledIn(inner, variables, missing)] as const)
  return Object.fromEntries(entries)
}
