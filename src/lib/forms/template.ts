import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields, type Schema} from '../schema.ts'

/** What forms are made from. */
export interface FormTemplate {
  uuid: string
  name: string
  description: string
  account_uuid: string
  /** A form.io definition; there when asked for. */
  form?: JsonObject
}

/** What a table of templates shows. */
export const templateColumns: readonly ColumnSpec<FormTemplate>[] = ['uuid', 'name', 'description', 'account_uuid']

/** What is shown of one template. */
export const templateDetails: readonly ColumnSpec<FormTemplate>[] = [...templateColumns, 'form']

/** A form.io definition, which may hold much more. */
export const formSchema: Schema = {
  type: 'object',
  description: 'form.io definition',
  properties: {
    display: {type: 'string', description: 'form, or wizard for pages', examples: ['form']},
    components: {type: 'array', description: 'what people fill in', items: {type: 'object'}},
  },
  additionalProperties: {},
}

/** What the body of a changed template holds. */
export const templateFields: Fields = {
  uuid: {type: 'string', format: 'uuid', description: 'of the template itself'},
  name: {type: 'string', description: 'name of the template'},
  description: {type: 'string', description: 'what its forms are for'},
  account_uuid: {type: 'string', format: 'uuid', description: 'account that it is of'},
  form: formSchema,
}
