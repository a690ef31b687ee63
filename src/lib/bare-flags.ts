import {withValue} from './optional-value.ts'
import {type Parameters} from './parameter.ts'

/** A command line in which flags of a command whose value may be left out have one. */
export function withBareValues(argv: readonly string[], parameters: Parameters): string[] {
  return Object.values(parameters).reduce(
    (words, {usage, bare}) =>
      bare === undefined
        ? words
        : withValue(words, usage as `--${string}`, {takes: (word) => !word.startsWith('-'), alone: bare}),
    [...argv],
  )
}
