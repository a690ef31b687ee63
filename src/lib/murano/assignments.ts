import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {splitField, typedScalar} from '../input/fields.ts'
import {type Name, parameter} from '../parameter.ts'

interface Options {
  required: boolean
  /** Whether numbers, true and false are such, and not text. */
  typed: boolean
}

/** Several `NAME=VALUE` that go into one object, of that wire name; a name that is there twice has both values. */
export function assignments(usage: Name, into: string, summary: string, {required, typed}: Options) {
  const valueOf = typed ? typedScalar : (text: string) => text
  return parameter<JsonObject[], Name, object>(
    usage,
    summary,
    {
      required,
      valueName: 'NAME=VALUE',
      spread: (pairs: JsonObject[]) => ({[into]: merged(pairs)}),
    },
    {
      kind: 'text',
      many: true,
      check: (text) => {
        const [name, value] = /^[^=]+=/.test(text) ? splitField(text) : []
        if (name === undefined || value === undefined || value === '')
          throw usageError(`${usage.replace(/\.\.\.$/, '')}: “${text}” is not NAME=VALUE.`)
        return {[name]: valueOf(value)}
      },
    },
  )
}

function merged(pairs: readonly JsonObject[]): JsonObject {
  const all: JsonObject = {}
  for (const [name, value] of pairs.flatMap((pair) => Object.entries(pair))) {
    const before = all[name]
    all[name] = before === undefined ? value : [before, value].flat()
  }
  return all
}
