import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** Named JSON that the platform keeps: of a user, of an account, or of everybody. */
export interface DataObject {
  uuid: string
  name: string
  /** What kind of object it is, with underscores between words: such as `data_object`. */
  type: string
  description: string
  content_type: string
  /** In lists, there when asked for. */
  content?: JsonObject
  metadata: JsonObject
}

/** What a table of objects shows. */
export const objectColumns: readonly ColumnSpec<DataObject>[] = ['uuid', 'name', 'type', 'description', 'content']

/** What is shown of one object. */
export const objectDetails: readonly ColumnSpec<DataObject>[] = [...objectColumns, 'content_type', 'metadata']

/** Fields of objects that the service selects by, and `sort`. */
export const objectFilters = ['content_type', 'description', 'name', 'sort', 'type'] as const

/** What the body of a changed object holds. */
export const objectFields: Fields = {
  uuid: {type: 'string', format: 'uuid', description: 'of the object itself'},
  name: {type: 'string', description: 'name of the object'},
  type: {type: 'string', description: 'what kind of object it is', examples: ['data_object']},
  description: {type: 'string', description: 'what it is for'},
  content_type: {type: 'string', description: 'how its content is written', examples: ['application/json']},
  content: {type: 'object', description: 'what it holds'},
  metadata: {type: 'object', description: 'anything of your own beside the content'},
}
