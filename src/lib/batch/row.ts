import {type JsonValue} from '../client/wire.ts'

/** One row of a file, as it stands there. */
export interface Row {
  /** From 1, in the order of the file. */
  number: number
  /** The line of the file that it begins on. */
  line: number
  /** By column. Empty cells of CSV are left out. */
  cells: Readonly<Record<string, JsonValue>>
  /** Whether it may have been done by the batch that the file tells of. */
  mayBeDone?: boolean
}

/** A row whose values are checked and complete. */
export interface CheckedRow extends Pick<Row, 'number' | 'line' | 'cells'> {
  values: Readonly<Record<string, unknown>>
}
