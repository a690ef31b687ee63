import {type Shape} from './operation/declaration.ts'
import {waitValue} from './waiting/wait-flag.ts'
import {watchValue} from './watch/watch-flags.ts'

/** A flag whose value may be left out. */
export interface OptionalValue {
  flag: string
  /** Whether the next word is its value. */
  takes: (word: string) => boolean
  /** What it stands for alone. */
  alone: string
}

/** A command line in which flags have values that may be left out: the parser knows none of that kind. */
export function withOptionalValues(argv: readonly string[], shape: Shape): string[] {
  return optionalValues(shape).reduce(withValue, [...argv])
}

function optionalValues(shape: Shape): OptionalValue[] {
  const own = Object.values(shape.parameters).flatMap(({usage, bare}) =>
    bare === undefined ? [] : [{flag: usage, takes: (word: string) => !word.startsWith('-'), alone: bare}],
  )
  return [...own, ...[waitValue(shape), watchValue(shape)].filter((value) => value !== undefined)]
}

function withValue(argv: string[], {flag, takes, alone}: OptionalValue): string[] {
  const at = argv.indexOf(flag)
  const end = argv.indexOf('--')
  if (at === -1 || (end !== -1 && end < at)) return argv
  const next = argv[at + 1]
  return next !== undefined && takes(next)
    ? [...argv.slice(0, at), `${flag}=${next}`, ...argv.slice(at + 2)]
    : [...argv.slice(0, at), `${flag}=${alone}`, ...argv.slice(at + 1)]
}
