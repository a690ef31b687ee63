import {type FastifyRequest} from 'fastify'
import {arrayOf, type Field, type Fields, objectOf, readFields, readObject, string, type Values} from './fields.ts'
import {type Address, type Contact} from '../lib/accounts/account.ts'

const addressParts = ['line1', 'line2', 'city', 'state', 'postal_code', 'country'] as const
const contactParts = ['uuid', 'type', 'first_name', 'last_name', 'email', 'phone'] as const

export function address(): Field<Address | undefined> {
  return strings(addressParts)
}

/** The contacts of an account; only those that were read back have a uuid. None are an empty list. */
export function contacts(): Field<Partial<Contact>[] | undefined> {
  return arrayOf<Partial<Contact> | undefined>(strings(contactParts))
}

/** The fields that a request had, for merging into a record. */
export function given<Values extends object>(values: Values): {[Name in keyof Values]?: NonNullable<Values[Name]>} {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as {[Name in keyof Values]?: NonNullable<Values[Name]>}
}

/**
 * The fields that a request changes, for merging into the record as it is. Null for one that holds something is refused: to pass
 * it over would be to lose it.
 */
export function readChanges<Read extends Fields>(
  request: FastifyRequest,
  fields: Read,
  record: object,
): Partial<{[Name in keyof Read]: NonNullable<Values<Read>[Name]>}> {
  const body = readObject(request)
  const held = new Map(Object.entries(record).filter(([, value]) => value !== null && value !== ''))
  const emptied = Object.keys(fields).filter((name) => body[name] === null && held.has(name))
  return given(readFields(body, fields, () => emptied.map((field) => ({field, message: 'cannot be null'}))))
}

/** An object that may have those fields, all of them strings; what else it has is left out. */
function strings<Name extends string>(names: readonly Name[]): Field<Partial<Record<Name, string>> | undefined> {
  const fields = Object.fromEntries(names.map((name) => [name, string()]))
  return objectOf(fields) as Field<Partial<Record<Name, string>> | undefined>
}
