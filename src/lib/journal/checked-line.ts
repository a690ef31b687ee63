import {crc32} from 'node:zlib'
import {type JsonValue} from '../client/wire.ts'

const digits = 8

/** A record as a line with a checksum before it. */
export function checkedLine(record: JsonValue): string {
  const text = JSON.stringify(record)
  return `${checksum(text)} ${text}\n`
}

/** The record of a line; undefined when it is not as it was written. */
export function recordOf(line: string): JsonValue | undefined {
  const text = line.slice(digits + 1)
  if (line[digits] !== ' ' || checksum(text) !== line.slice(0, digits)) return undefined
  return JSON.parse(text) as JsonValue
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(digits, '0')
}
