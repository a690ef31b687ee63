import {type JsonValue} from '../../../client/wire.ts'
import {type Filing, type Part} from '../rule.ts'
import {type Switch} from '../switches.ts'
import {type Place} from './place.ts'

/** Where a field of a filing stands, and on which line its name does. */
export interface Located extends Place {
  nameLine: number
}

/** A value to put in a field's place. */
export interface Mend {
  part: Part
  field: string
  value: JsonValue
}

/** A file of filings, read: what it holds, where that stands, and how it is changed. */
export interface FilingSource {
  file: string
  filings: readonly Filing[]
  /** What is switched off in the file itself. */
  switches: readonly Switch[]
  /** Where a field is, or the piece of it; undefined where there is no file. */
  locate(at: number, part: Part, field: string, span?: string): Located | undefined
  /** The file's text with these values in place; all else as it was. */
  mended(at: number, mends: readonly Mend[]): Promise<string> | string
}
