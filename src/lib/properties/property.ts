import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** Something that is kept about a user. */
export interface Property {
  uuid: string
  /** What it is about: a user. */
  context: 'user'
  /** The user. */
  context_uuid: string
  name: string
  value: string
  label: string
  description: string
}

/** What is shown of properties. */
export const propertyColumns: readonly ColumnSpec<Property>[] = ['uuid', 'name', 'value', 'label', 'description']

/** What the body of a changed property holds. */
export const propertyFields: Fields = {
  uuid: {type: 'string', format: 'uuid', description: 'of the property itself'},
  context: {enum: ['user'], description: 'what it is about'},
  context_uuid: {type: 'string', format: 'uuid', description: 'user whom it is about'},
  name: {type: 'string', description: 'name of the property'},
  value: {type: 'string', description: 'what it says'},
  label: {type: 'string', description: 'what people see in place of its name'},
  description: {type: 'string', description: 'what it is for'},
}

/** The property among those of a user. Throws where there is none: it may be of somebody else. */
export async function propertyOf(all: AsyncIterable<Property>, uuid: string, userUuid: string): Promise<Property> {
  for await (const property of all) if (property.uuid === uuid) return property
  throw new CliError(`The user ${userUuid} has no property ${uuid}.`, {
    code: 'not-found',
    exit: ExitCode.NotFound,
    hint: 'If it is of another user, name them with --user.',
  })
}
