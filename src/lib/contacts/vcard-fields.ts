import {type JsonObject, type JsonValue} from '../client/wire.ts'

/** A property as jCard has it: name, parameters, type of the value, values. */
export type CardProperty = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
]

/** What vCards call the types of numbers and addresses; of several, the first here counts. */
const typeNames: readonly (readonly [card: string, ours: string])[] = [
  ['fax', 'Fax'],
  ['cell', 'Mobile'],
  ['pager', 'Pager'],
  ['home', 'Home'],
  ['work', 'Work'],
  ['other', 'Other'],
]

/** They say nothing about where a number is. */
const meaningless = ['pref', 'voice', 'text', 'msg', 'internet']

/** Properties that are a text, and the fields of a contact that they are. */
const textFields: Readonly<Record<string, string>> = {org: 'organization', title: 'title', note: 'note'}

/** Of the parts of a name, in the order that N has them. */
const nameParts = ['last', 'first', 'middle', 'prefix', 'suffix'] as const

/** Properties that say nothing about the person. */
const ownAffairs = ['version', 'fn', 'n', 'prodid', 'rev', 'uid', 'kind', 'x-ablabel']

/** The fields of a contact that properties of a vCard are, and the names of those that no field is for. */
export function fieldsOfCard(properties: readonly CardProperty[]): {fields: JsonObject; leftOut: string[]} {
  const named = (name: string) => properties.filter((property) => property[0] === name)
  const name = nameOf(named('n')[0], named('fn')[0])
  const numbers = named('tel').map(numberOf)
  const emails = named('email').map(emailOf)
  const texts = Object.entries(textFields).flatMap(([property, field]) => {
    const [found] = named(property)
    return found === undefined ? [] : [[field, textOf(found[3])] as const]
  })
  const known = [...ownAffairs, ...Object.keys(textFields), 'tel', 'email']
  return {
    fields: {
      ...(name !== undefined && {name}),
      ...(numbers.length > 0 && {phone_numbers: numbers}),
      ...(emails.length > 0 && {emails}),
      ...Object.fromEntries(texts),
    },
    leftOut: properties.map(([property]) => property).filter((property) => !known.includes(property)),
  }
}

function nameOf(n: CardProperty | undefined, fn: CardProperty | undefined): JsonObject | undefined {
  const values = [n?.[3] ?? []].flat(1).map(textOf)
  const parts = nameParts.flatMap((part, at) => (values[at] ? [[part, values[at]] as const] : []))
  if (parts.length > 0) return Object.fromEntries(parts)
  const whole = fn === undefined ? '' : textOf(fn[3]).trim()
  if (whole === '') return undefined
  const [, first, last = whole] = /^(.*\S)\s+(\S+)$/.exec(whole) ?? []
  return first === undefined ? {first: whole} : {first, last}
}

function numberOf([, parameters, , value]: CardProperty): JsonObject {
  const type = typeOf(parameters)
  return {number: textOf(value).replace(/^tel:/i, ''), preferred: isPreferred(parameters), ...(type && {type})}
}

function emailOf([, parameters, , value]: CardProperty): JsonObject {
  const type = typeOf(parameters)
  return {address: textOf(value).replace(/^mailto:/i, ''), ...(type && {type})}
}

function typesOf({type = []}: CardProperty[1]): string[] {
  return [type].flat().flatMap((names) => names.split(','))
}

function typeOf(parameters: CardProperty[1]): string | undefined {
  const types = typesOf(parameters)
  const known = typeNames.find(([card]) => types.some((type) => type.toLowerCase() === card))
  return known?.[1] ?? types.find((type) => !meaningless.includes(type.toLowerCase()))
}

function isPreferred(parameters: CardProperty[1]): boolean {
  return parameters['pref'] !== undefined || typesOf(parameters).some((type) => type.toLowerCase() === 'pref')
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(' ') : String(value)
}

/** The properties that fields of a contact are, as far as vCards have such. */
export function cardOfFields(fields: JsonObject): CardProperty[] {
  const name = isObject(fields['name']) ? fields['name'] : {}
  const parts = nameParts.map((part) => (typeof name[part] === 'string' ? name[part] : ''))
  const numbers = objectsOf(fields['phone_numbers'])
  const shown = [parts[1], parts[0]].filter(Boolean).join(' ') || textOf(numbers[0]?.['number'] ?? 'Contact')
  return [
    ['version', {}, 'text', '3.0'],
    ['fn', {}, 'text', shown],
    ['n', {}, 'text', parts],
    ...numbers.map(({number, preferred, type}): CardProperty => {
      const types = [...cardType(type), ...(preferred === true ? ['PREF'] : [])]
      return ['tel', types.length === 0 ? {} : {type: types}, 'phone-number', textOf(number)]
    }),
    ...objectsOf(fields['emails']).map(({address, type}): CardProperty => [
      'email',
      {type: ['INTERNET', ...cardType(type)]},
      'text',
      textOf(address),
    ]),
    ...Object.entries(textFields).flatMap(([property, field]): CardProperty[] =>
      typeof fields[field] === 'string' ? [[property, {}, 'text', fields[field]]] : [],
    ),
  ]
}

function cardType(type: JsonValue | undefined): string[] {
  if (typeof type !== 'string') return []
  return [typeNames.find(([, ours]) => ours === type)?.[0].toUpperCase() ?? type]
}

function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
