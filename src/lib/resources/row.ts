import {type JsonObject} from '../client/wire.ts'
import {parameter} from '../parameter.ts'
import {text} from '../parameters.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields} from '../schema.ts'

/** A row of a resource. */
export interface Row {
  /** Not always a uuid. */
  uuid: string
  resource_instance_uuid: string
  /** Values by the names of the columns. */
  content?: JsonObject
  /** Ids of the rows that it is related to; there when asked for. */
  references?: string[]
}

/** What is shown of rows. */
export const rowColumns: readonly ColumnSpec<Row>[] = ['uuid', 'content', 'references']

/** What the body of a new row holds. */
export const rowFields: Fields = {
  resource_instance_uuid: {type: 'string', description: 'the resource; need not be given'},
  content: {type: 'object', description: 'values by the names of the columns'},
}

/** What rows are searched by. */
export const conditionFields: Fields = {
  column: {type: 'string', description: 'column to look into'},
  term: {type: 'string', description: 'what it must hold'},
  operation: {enum: ['='], description: 'how they are compared'},
}

/** How rows of a resource are listed. */
export const rowListParameters = {
  expand: text('--expand', 'what to show whole, such as references', {in: 'query'}),
  include: included(),
  reference_filter: text('--reference-filter', 'which references to show: parts with :: between them', {in: 'query'}),
}

/** `--include`: rows are always asked for, or there would be nothing to list. */
function included() {
  const options = {in: 'query', default: 'rows'} as const
  return parameter<string, '--include', typeof options>(
    '--include',
    'what else to put into the reply, such as references',
    options,
    {kind: 'text', check: (typed) => [...new Set(['rows', ...typed.split(',')])].join(',')},
  )
}
