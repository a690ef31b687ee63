import {usageError} from '../errors.ts'

/** Throws a usage error for output that needs the last row, where there is none. */
export function refuseWhole(flags: Readonly<Record<string, unknown>>, noun: string): void {
  const flag = ['jq', 'sort-by'].find((name) => flags[name] !== undefined)
  if (flag === undefined) return
  throw usageError(`--${flag} needs all ${noun}, and while they are followed there is no last one.`, {
    hint: 'Use -o ndjson, and a program that reads it line by line.',
  })
}
