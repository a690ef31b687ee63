import {type JsonValue} from '../client/wire.ts'
import {type InputReader} from '../input/read-value.ts'
import {type Name, parameter, type Parameter} from '../parameter.ts'
import {type Listing} from '../operation/near-names.ts'
import {type Schema} from '../schema.ts'

interface Details {
  required: boolean
  /** What there is of the things that it names one of. */
  listing?: Listing | undefined
}

/** An argument of a service's operation as people give it: checked against type, pattern and format before anything is sent. */
export function argument(usage: Name, schema: Schema, {required, listing}: Details): Parameter {
  const {description = '', items} = schema
  const one = items ?? schema
  const choices = choicesOf(one)
  return parameter<unknown, Name, object>(
    usage,
    description,
    {required, ...(listing && {listing}), ...(one.format === undefined && valueNameOf(one))},
    {
      kind: choices === undefined ? kindOf(one) : 'choice',
      ...(choices && {options: choices}),
      ...(items && {many: true}),
      check: (typed: string, input: InputReader) => checked(typed, usage.replace(/\.\.\.$/, ''), one, input),
    },
  )
}

/** `Timeout` and `to_country` as flags: `--timeout`, `--to-country`. */
export function flagFor(name: string): `--${string}` {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/[_\s]+/g, '-')
  return `--${words.toLowerCase()}`
}

async function checked(typed: string, usage: string, schema: Schema, input: InputReader): Promise<JsonValue> {
  const types = typesOf(schema)
  // A number or a switch is neither read from a file nor worth it.
  const text = types.includes('string') || types.includes('object') ? await input.value(typed, usage) : typed
  const value = meant(text, types)
  await input.checkSchema(value, usage, schema)
  return value
}

/** What the text stands for among these types: JSON where it is one of the others, else text. */
function meant(text: string, types: readonly string[]): JsonValue {
  if (types.length === 1 && types[0] === 'string') return text
  const value = parsed(text)
  return value !== undefined && (types.includes(typeOf(value)) || !types.includes('string')) ? value : text
}

/** As JSON; undefined for what is none, or would not be the same when it is read back: 007, 1.0, numbers beyond 2^53. */
function parsed(text: string): JsonValue | undefined {
  try {
    const value = JSON.parse(text) as JsonValue
    return typeof value === 'number' && String(value) !== text.trim() ? undefined : value
  } catch {
    return undefined
  }
}

function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array'
  return value === null ? 'null' : typeof value
}

/** With `number` for whole numbers, too: the schema tells them apart. */
function typesOf({type = 'string'}: Schema): string[] {
  return [type].flat().map((one) => (one === 'integer' ? 'number' : one))
}

function choicesOf({enum: values}: Schema): string[] | undefined {
  const texts = values?.filter((value) => typeof value === 'string')
  return texts?.length === values?.length ? texts : undefined
}

function kindOf({type, format}: Schema): Parameter['kind'] {
  if (type === 'boolean') return 'boolean'
  if (type === 'integer') return 'integer'
  if (type === 'object' || type === 'array') return 'json'
  if (format === 'email') return 'email'
  return format === 'uri' ? 'url' : 'text'
}

/** What takes more than text says so. */
function valueNameOf({type, enum: values}: Schema): {valueName?: string} {
  if (type === 'number') return {valueName: 'NUMBER'}
  return Array.isArray(type) && values === undefined ? {valueName: 'VALUE'} : {}
}
