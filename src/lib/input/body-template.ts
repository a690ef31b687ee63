import {stringify} from 'yaml'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {alternativeFor, type Schema} from '../schema.ts'

/**
 * A body as YAML to fill in: the fields that have a value or are needed, and all others as comments. `title` says what it
 * is for; `start` is what it begins with.
 */
export function bodyTemplate(title: string, whole: Schema, start?: JsonValue): string {
  const schema = alternativeFor(whole, start ?? {})
  const head = `# ${title}\n${schema.type === 'object' && schema.properties === undefined ? anyFields : commentedFields}`
  if (schema.type === 'array') return `${head}${about(schema.items)}\n${listText(schema, start)}`
  const fields = Object.entries(schema.properties ?? {}).filter(([, {not}]) => not === undefined)
  const begun = isObject(start) ? start : {}
  const known = fields.map(([name, field]) => fieldText(name, field, schema, begun[name]))
  const others = Object.entries(begun).filter(([name]) => !Object.hasOwn(schema.properties ?? {}, name))
  const rest = others.map(([name, value]) => yaml({[name]: value}))
  const lines = [...known, ...rest].join('')
  return `${head}\n${lines === '' ? '{}\n' : lines}`
}

const commentedFields = '# Lines that begin with # are not sent. To send a field, take its # away.\n'
const anyFields = '# Any fields, a line each, in place of {}: NAME: VALUE. Lines that begin with # are not sent.\n'

function fieldText(name: string, field: Schema, {required = []}: Schema, value: JsonValue | undefined): string {
  const isNeeded = required.includes(name)
  const words = [field.description, ...choices(field), ...(isNeeded ? ['needed'] : [])].filter(Boolean)
  const line = words.length === 0 ? '' : `# ${words.join('; ')}\n`
  if (value !== undefined) return line + yaml({[name]: value})
  const text = yaml({[name]: sample(field)})
  return line + (isNeeded ? text : commented(text))
}

/** What the elements of a list hold, as comments. */
function about(items: Schema | undefined): string {
  const fields = Object.entries(items?.properties ?? {})
  return fields
    .map(([name, field]) => `# ${name}: ${[field.description, ...choices(field)].filter(Boolean).join('; ')}\n`)
    .join('')
}

function listText({items = {}}: Schema, start: JsonValue | undefined): string {
  return yaml(start ?? [sample(items)])
}

function choices({enum: values}: Schema): string[] {
  return values === undefined ? [] : [`one of ${values.map(String).join(', ')}`]
}

const samples: Readonly<Record<string, JsonValue>> = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  null: null,
}

/** A value of the right kind, to be written over. */
function sample({examples, enum: values, type, properties, items, anyOf}: Schema): JsonValue {
  const [given] = examples ?? values ?? []
  if (given !== undefined) return given
  const first = anyOf?.[0]
  if (first !== undefined) return sample(first)
  const kind = [type ?? (properties === undefined ? 'string' : 'object')].flat()[0]!
  if (kind === 'object')
    return Object.fromEntries(Object.entries(properties ?? {}).map(([name, field]) => [name, sample(field)]))
  if (kind === 'array') return items === undefined ? [] : [sample(items)]
  return samples[kind] ?? ''
}

function commented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '#')
}

function yaml(value: JsonValue): string {
  return stringify(value, {lineWidth: 0})
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
