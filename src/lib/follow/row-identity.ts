import {createHash} from 'node:crypto'
import {type Identity} from './recent-rows.ts'

/** Rows by their own id; one without it is what it says. */
export function rowIdentity<Row extends object>(
  id: keyof Row & string,
  time: (row: Row) => string | undefined,
): Identity<Row> {
  return {
    idOf: (row) => (typeof row[id] === 'string' ? row[id] : hashOf(row)),
    timeOf: (row) => Date.parse(time(row) ?? ''),
  }
}

/** Rows that have no ids of their own are all that they say. */
export function hashOf(row: object): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64')
}
