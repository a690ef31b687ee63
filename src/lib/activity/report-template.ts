import {type JsonObject} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Fields, type Schema} from '../schema.ts'

/** What a report is made of: where its rows come from, which of them, in which order, and what is shown of them. */
export interface ReportTemplate {
  template_uuid: string
  name: string
  description?: string
  /** How it is shown unless said, such as table. */
  default_view?: string
  data_source: DataSource
  /** What can be given when it is run; `$NAME` stands for its value in limits. */
  parameters?: {name: string; type?: string}[]
  columns?: {name: string}[]
  /** Groups of conditions: in a row of the report, all of one group hold. */
  limits?: Limit[][]
  sort?: ReportSort
  aggregates?: JsonObject[]
  visualizations?: JsonObject
}

export interface DataSource {
  /** `activity`: what happened; else the rows of `local_data`. */
  source_type: string
  activity?: string
  local_data?: JsonObject[]
}

export interface Limit {
  column: string
  op: string
  value: string | number | boolean | (string | number)[] | null
}

export interface ReportSort {
  primary_column?: string
  primary_direction?: 'ascending' | 'descending'
}

/** What a table of templates shows. */
export const templateColumns: readonly ColumnSpec<ReportTemplate>[] = [
  'template_uuid',
  'name',
  'default_view',
  {path: 'data_source.activity', header: 'ACTIVITY'},
  'description',
]

/** What is shown of one template. */
export const templateDetails: readonly ColumnSpec<ReportTemplate>[] = [
  ...templateColumns,
  'parameters',
  'columns',
  'limits',
  'sort',
]

export const limitOperators = ['=', '!=', '<', '<=', '>', '>=', 'in', 'contains'] as const

export const dataSourceSchema: Schema = {
  type: 'object',
  description: 'where the rows come from',
  properties: {
    source_type: {type: 'string', description: 'activity, or local_data for rows given here', examples: ['activity']},
    activity: {type: 'string', description: 'type of the activities', examples: ['message']},
    local_data: {type: 'array', description: 'rows, where they come from nowhere else', items: {type: 'object'}},
  },
  required: ['source_type'],
}

export const parameterSchema: Schema = {
  type: 'object',
  properties: {name: {type: 'string', examples: ['start_time']}, type: {type: 'string', examples: ['date']}},
  required: ['name'],
}

export const columnSchema: Schema = {
  type: 'object',
  properties: {name: {type: 'string', examples: ['created_datetime']}},
  additionalProperties: {},
  required: ['name'],
}

/** A group of conditions that hold together. */
export const limitsSchema: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      column: {type: 'string', examples: ['created_datetime']},
      op: {type: 'string', description: limitOperators.join(' '), examples: ['>=']},
      value: {description: 'a value, or $NAME for that of a parameter', examples: ['$start_time']},
    },
    required: ['column', 'op'],
  },
}

export const sortSchema: Schema = {
  type: 'object',
  properties: {
    primary_column: {type: 'string', examples: ['created_datetime']},
    primary_direction: {enum: ['ascending', 'descending']},
  },
  additionalProperties: {},
}

/** The fields of a whole template. */
export const templateFields: Fields = {
  template_uuid: {type: 'string', format: 'uuid', description: 'of the template; stays as it is'},
  name: {type: 'string'},
  description: {type: 'string'},
  default_view: {type: 'string', examples: ['table']},
  data_source: dataSourceSchema,
  parameters: {type: 'array', description: 'what can be given when it is run', items: parameterSchema},
  columns: {type: 'array', description: 'what is shown of each row', items: columnSchema},
  limits: {type: 'array', description: 'groups of conditions; those of one group hold together', items: limitsSchema},
  sort: sortSchema,
  aggregates: {type: 'array', description: 'figures over all rows', items: {type: 'object'}},
  visualizations: {type: 'object', description: 'how it is drawn'},
}
