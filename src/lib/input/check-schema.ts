import {Ajv, type ErrorObject, type ValidateFunction} from 'ajv'
import addFormats from 'ajv-formats'
import {isSecretName, MASK} from '../client/masking.ts'
import {type JsonValue} from '../client/wire.ts'
import {nearest} from '../did-you-mean.ts'
import {alternativeFor, type Schema} from '../schema.ts'

/** What is wrong with a value, a sentence for each field; empty when it is as the schema says. Null stands for no value. */
export function faultsOf(value: JsonValue, schema: Schema): string[] {
  const validate = validatorOf(alternativeFor(schema, value))
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter(({instancePath, data}) => data !== null || instancePath === '')
  // Of alternatives, each would say what it lacks.
  const alternatives = errors.filter(({keyword}) => keyword === 'anyOf').map(({instancePath}) => instancePath)
  const said = errors.filter((error) => error.keyword === 'anyOf' || !alternatives.includes(error.instancePath))
  return [...new Set(said.map(sentence))]
}

const validators = new WeakMap<Schema, ValidateFunction>()

/** Compiled once: many rows are checked against one schema. */
function validatorOf(schema: Schema): ValidateFunction {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const ajv = new Ajv({allErrors: true, strict: false, verbose: true})
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  validators.set(schema, validate)
  return validate
}

/** Fields that the schema does not name: their paths, each with the near names that it has. */
export function unknownFields(value: JsonValue, whole: Schema, path = ''): {path: string; near: string[]}[] {
  const schema = alternativeFor(whole, value)
  if (Array.isArray(value)) {
    const {items} = schema
    return items === undefined ? [] : value.flatMap((item, at) => unknownFields(item, items, `${path}[${at}]`))
  }
  if (typeof value !== 'object' || value === null) return []
  const {properties = {}, additionalProperties: others} = schema
  const isFree = schema.properties === undefined && others === undefined
  return Object.entries(value).flatMap(([name, inner]) => {
    const inside = path === '' ? name : `${path}.${name}`
    const known = Object.hasOwn(properties, name) ? properties[name] : others
    if (known !== undefined) return unknownFields(inner, known, inside)
    return isFree || schema.anyOf !== undefined ? [] : [{path: inside, near: nearest(name, Object.keys(properties))}]
  })
}

function sentence({instancePath, keyword, params, message, data, schema, parentSchema}: ErrorObject): string {
  const path = pathOf(instancePath)
  const named = path === '' ? 'it' : path
  const found = isSecretName(path) ? MASK : shown(data)
  switch (keyword) {
    case 'required':
      return `${path === '' ? '' : `${path}.`}${(params as {missingProperty: string}).missingProperty} is missing.`
    case 'type':
      return `${named} is ${found}, and must be ${kinds(schema as string | string[])}.`
    case 'enum':
      return `${named} is ${found}, and must be one of ${(schema as JsonValue[]).map(asText).join(', ')}.`
    case 'not':
      return `${named} cannot be sent: ${(parentSchema as Schema).description ?? 'nothing may stand there'}.`
    case 'format':
      return `${named} is ${found}, and must be ${formats[schema as string] ?? `of the form ${String(schema)}`}.`
    default:
      return `${named} is ${found}, and ${message ?? 'is not right'}.`
  }
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'a uuid',
  email: 'an e-mail address',
  uri: 'a whole URL, such as https://example.com/hook',
  date: 'a date, such as 2026-03-31',
  'date-time': 'a date and time, such as 2026-03-31T08:00:00Z',
}

const articles: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

function kinds(types: string | string[]): string {
  return [types]
    .flat()
    .map((type) => articles[type] ?? type)
    .join(' or ')
}

/** `/contacts/0/email` as people write it: `contacts[0].email`. */
function pathOf(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('')
}

const longestShown = 60

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' ? `“${value}”` : String(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
