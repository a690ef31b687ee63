import {existsSync} from 'node:fs'
import {join} from 'node:path'

/** A command's name is its file: `10dlc campaigns assign` is `commands/10dlc/campaigns/assign`. */

const word = /^[a-z0-9][a-z0-9-]*$/

/** Flags with a value that may stand before the command's words, as they are typed, with their names. */
export const flagsBefore: ReadonlyMap<string | undefined, string> = new Map([
  ['-p', 'profile'],
  ['--profile', 'profile'],
  ['-o', 'output'],
  ['--output', 'output'],
  ['--timeout', 'timeout'],
])

export interface Resolved {
  /** Words of the command or topic, e.g. `numbers search`. */
  id: string
  /** The command's file; undefined where the words name a topic only. */
  file: string | undefined
  /** What follows the command's words. */
  rest: string[]
}

/**
 * Finds the longest run of leading words that names a command, without a list of all commands:
 * start-up does not grow with their number. `extension` is `.js` when built, `.ts` from source.
 */
export function resolveCommand(argv: readonly string[], folder: string, extension: string): Resolved {
  let best: Resolved = {id: '', file: undefined, rest: [...argv]}
  for (let length = 1; length <= argv.length && word.test(argv[length - 1]!); length++) {
    const words = argv.slice(0, length)
    const path = join(folder, ...words)
    const isCommand = existsSync(path + extension)
    const isTopic = existsSync(path)
    if (isCommand) best = {id: words.join(' '), file: path + extension, rest: argv.slice(length)}
    else if (isTopic) best = {...best, ...(best.file === undefined && {id: words.join(' '), rest: argv.slice(length)})}
    if (!isTopic) break
  }
  return best
}
