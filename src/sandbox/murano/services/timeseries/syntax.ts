/** What a query in InfluxQL is made of. */

export type Literal = number | string | boolean

export type Condition =
  | {all: readonly Condition[]}
  | {any: readonly Condition[]}
  | {name: string; operator: string; value: Literal | RegExp}
  /** Microseconds. */
  | {time: number; operator: string}

/** A field or tag, or a function of a field. */
export interface Column {
  /** `*`: all of them. */
  name: string
  function?: string
  parameter?: number
  alias?: string
}

/** A measurement, or those whose names look like that. */
export type Source = string | RegExp

export type Fill = 'null' | 'none' | 'previous' | number

export interface Select {
  kind: 'select'
  columns: readonly Column[]
  from: readonly Source[]
  where?: Condition
  /** Microseconds. */
  interval?: number
  tags: readonly string[]
  fill: Fill
  descending: boolean
  limit?: number
  offset: number
}

export interface Show {
  kind: 'show'
  what: 'measurements' | 'series' | 'tag keys' | 'field keys' | 'tag values'
  from?: readonly Source[]
  /** Of tag values. */
  keys?: readonly string[]
  where?: Condition
  limit?: number
  offset: number
}

export interface Remove {
  kind: 'remove'
  from?: readonly Source[]
  where?: Condition
}

export type Statement = Select | Show | Remove
