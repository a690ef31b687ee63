import {extname} from 'node:path'
import {type JsonObject} from '../client/wire.ts'
import {usageError} from '../errors.ts'

export const contactFormats = ['csv', 'vcard', 'json'] as const

export type ContactFormat = (typeof contactFormats)[number]

const extensions: Readonly<Record<string, ContactFormat>> = {
  '.csv': 'csv',
  '.vcf': 'vcard',
  '.vcard': 'vcard',
  '.json': 'json',
}

/** The format that a file's name tells; undefined where it tells none. */
export function formatOfName(path: string): ContactFormat | undefined {
  return extensions[extname(path).toLowerCase()]
}

/** The format of a file that is read. Throws a usage error where it is neither said nor told by the name. */
export function inputFormat(path: string, said: ContactFormat | undefined): ContactFormat {
  const format = said ?? formatOfName(path)
  if (format !== undefined) return format
  const what = path === '-' ? 'standard input has no name' : `the name of ${path} does not tell`
  throw usageError(`Missing --format: ${what}.`, {
    code: 'missing-value',
    hint: `Add --format ${contactFormats.join(', --format ')}; names that end in .csv, .vcf or .json tell it.`,
  })
}

/** A contact of a file that is read. */
export interface ContactRow {
  /** In the file, from 1. */
  line: number
  content: JsonObject
}
