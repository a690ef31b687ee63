import {type FastifyRequest} from 'fastify'
import {type JsonObject} from '../lib/client/wire.ts'
import {type Contact} from '../lib/contacts/contact.ts'
import {type CollectionSpec} from './collection.ts'
import {boolean, listOf, objectOf, readBody, readObject, required, string} from './fields.ts'

export const contacts: CollectionSpec<Contact> = {name: 'contacts', id: 'uuid', indexes: ['user_uuid']}

const known = {
  name: objectOf({first: string(), last: string()}),
  phone_numbers: listOf(objectOf({number: required(string()), preferred: boolean(), type: string()})),
}

/** What a body says of a contact: the fields that are known are checked, others may be anything. */
export function readContact(request: FastifyRequest): JsonObject {
  readBody(request, known)
  return readObject(request)
}

/** Whether a part of the name, or a number, begins like that, in whatever case and however it is written. */
export function beginsWith({name = {}, phone_numbers = []}: Contact, search: string): boolean {
  const text = search.trim().toLowerCase()
  const parts = Object.values(name).flatMap((part) => (typeof part === 'string' ? [part, ...part.split(/\s+/)] : []))
  if (parts.some((part) => part.toLowerCase().startsWith(text))) return true
  const digits = /^[\d\s()+.-]+$/.test(text) ? text.replaceAll(/\D/g, '') : ''
  return digits !== '' && phone_numbers.some(({number}) => beginsWithDigits(number.replaceAll(/\D/g, ''), digits))
}

/** North American numbers are looked for with their country code or without. */
function beginsWithDigits(number: string, digits: string): boolean {
  return number.startsWith(digits) || (number.startsWith('1') && number.slice(1).startsWith(digits))
}
