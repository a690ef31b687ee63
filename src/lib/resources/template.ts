import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

/** What lays down the columns of resources. */
export interface ResourceTemplate {
  uuid: string
  name: string
  description: string
  schema: JsonObject
}

/** What is shown of templates. */
export const templateColumns: readonly ColumnSpec<ResourceTemplate>[] = ['uuid', 'name', 'description', 'schema']
