import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {parameter} from '../parameter.ts'
import {jsons} from '../parameters.ts'
import {serviceOf} from './platform-events.ts'
import {criterionSchema, eventsSchema, headerSchema} from './subscription-fields.ts'

type Events = Readonly<Record<string, readonly string[]>>

/** Events as `SERVICE=EVENT`, with commas between them or repeated, or JSON: sent as one object that names those of each service. */
export function platformEvents<const U extends `--${string}`>(usage: U) {
  const options = {
    valueName: 'SERVICE=EVENT,…',
    spread: (all: Events[]) => ({events: merged(all)}),
  }
  return parameter<Events[], U, typeof options>(
    usage,
    'events to be told of, such as messaging=conversation_message_sent; or JSON (repeat for more)',
    options,
    {
      kind: 'text',
      many: true,
      check: async (typed, input) => {
        if (/^[{[@-]/.test(typed)) return input.checkedJson(typed, usage, eventsSchema)
        return merged(typed.split(',').map((one) => event(one, usage)))
      },
    },
  )
}

function event(typed: string, usage: string): Events {
  const [service, name] = pair(typed.trim())
  if (service !== '' && name !== '') return {[service]: [name]}
  const known = serviceOf(typed.trim())
  const example = known === undefined ? 'sms=number_provisioned' : `${known}=${typed.trim()}`
  throw usageError(`${usage}: “${typed}” is not SERVICE=EVENT.`, {
    hint: `Write for example ${usage} ${example}.`,
  })
}

/** `--callback-header NAME=VALUE`, repeated, or JSON. The value is a secret: `env:NAME` and `@FILE` keep it out of sight. */
export function callbackHeaders<
  const O extends {spread?(value: JsonObject[], values: Readonly<Record<string, unknown>>): JsonObject} = object,
>(options?: O) {
  const all = {valueName: 'NAME=VALUE', ...(options ?? ({} as O))}
  return parameter<JsonObject[], '--callback-header', typeof all>(
    '--callback-header',
    'header to send with each event; the value may be env:NAME or @FILE (repeat for more)',
    all,
    {
      kind: 'secret',
      many: true,
      check: async (typed, input) => {
        if (/^[{[@-]/.test(typed)) return input.checkedJson(typed, '--callback-header', oneOrMore)
        const [name, value] = pair(typed)
        if (name !== '' && value !== '') return {[name]: await input.secret(value, '--callback-header')}
        // What was typed may be the secret alone.
        throw usageError('--callback-header is not NAME=VALUE.', {
          hint: 'Write for example --callback-header authorization=env:HOOK_KEY.',
        })
      },
    },
  )
}

const oneOrMore = {anyOf: [headerSchema, {type: 'array', items: headerSchema}]} as const

/** `--criteria`: objects that events must match. One that has `qs` is not a criterion: it goes into the query. */
export function criteria() {
  return jsons('--criteria', 'what an event must have, e.g. {"user_uuid": "…"}; qs goes into the query', {
    valueName: 'JSON|@FILE|-',
    schema: criterionSchema,
    spread: (all: JsonValue[]): Record<string, JsonValue> => {
      const left = all.filter((criterion) => queryOf(criterion) === undefined)
      return left.length === 0 ? {} : {criteria: left}
    },
    query: (all: JsonValue[]) => all.map(queryOf).findLast((found) => found !== undefined) ?? {},
  })
}

function queryOf(criterion: JsonValue): JsonObject | undefined {
  const {qs} = criterion as JsonObject
  return typeof qs === 'object' && qs !== null && !Array.isArray(qs) ? qs : undefined
}

function merged(all: readonly Events[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [service, events] of all.flatMap((one) => Object.entries(one))) {
    found[service] = [...new Set([...(found[service] ?? []), ...events])]
  }
  return found
}

/** What is before the first `=` and what is after it. */
function pair(typed: string): [string, string] {
  const at = typed.indexOf('=')
  return at < 0 ? ['', ''] : [typed.slice(0, at), typed.slice(at + 1)]
}
