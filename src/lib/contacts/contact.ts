import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields, type Schema} from '../schema.ts'

/** An entry of a user's address book. Besides these fields it may have any others. */
export interface Contact {
  uuid: string
  user_uuid: string
  name?: {first?: string; last?: string}
  phone_numbers?: ContactNumber[]
  [field: string]: JsonValue | undefined
}

export type ContactNumber = {
  number: string
  /** Whether it is the one to call. */
  preferred?: boolean
  /** `Home`, `Fax` and the like. */
  type?: string
}

/** What a table of contacts shows. */
export const contactColumns: readonly ColumnSpec<Contact>[] = [
  'uuid',
  'name.first',
  'name.last',
  {path: 'phone_numbers.0.number', header: 'NUMBER'},
  {path: 'phone_numbers.0.type', header: 'TYPE'},
]

/** What is shown of one contact. */
export const contactDetails: readonly ColumnSpec<Contact>[] = [
  'uuid',
  'name.first',
  'name.last',
  'phone_numbers',
  'user_uuid',
]

/** What is known of a contact's fields. */
export const contactFields: Fields = {
  name: {
    type: 'object',
    properties: {
      first: {type: 'string', description: 'given name'},
      last: {type: 'string', description: 'family name'},
    },
  },
  phone_numbers: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        number: {type: 'string', minLength: 1},
        preferred: {type: 'boolean', description: 'whether it is the one to call'},
        type: {type: 'string', examples: ['Home', 'Fax']},
      },
      required: ['number'],
    },
  },
}

/** What a contact has of the platform. */
export const ownedByPlatform: readonly string[] = ['uuid', 'user_uuid']

/** What a contact says: all but what the platform gives it. */
export function contentOf(contact: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const own = Object.entries(contact).filter(([name]) => !ownedByPlatform.includes(name))
  return Object.fromEntries(own) as JsonObject
}

export const contactSchema: Schema = {type: 'object', properties: contactFields, additionalProperties: {}}
