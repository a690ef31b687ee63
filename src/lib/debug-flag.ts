import {didYouMean} from './did-you-mean.ts'
import {usageError} from './errors.ts'

const formats = ['text', 'json'] as const

/** How `--debug` shows what it shows. */
export type DebugFormat = (typeof formats)[number]

const flag = '--debug'

/** What `--debug` or `--debug=json` asks for; undefined where neither is there. */
export function debugFormat(argv: readonly string[]): DebugFormat | undefined {
  const word = ownWords(argv).findLast((one) => isDebug(one))
  if (word === undefined) return undefined
  return word === flag ? 'text' : formats.find((format) => word === `${flag}=${format}`)
}

/**
 * The words as the parser understands them, to which the flag is a switch: it knows no flag whose value may be left out.
 * Throws a usage error for a value that the flag does not have.
 */
export function withoutDebugFormat(argv: readonly string[]): string[] {
  const own = ownWords(argv)
  const rest = argv.slice(own.length)
  return [...own.map((word) => (isDebug(word) ? checked(word) : word)), ...rest]
}

function checked(word: string): string {
  const value = word.slice(flag.length + 1)
  if (word === flag || formats.some((format) => format === value)) return flag
  throw usageError(`--debug: “${value}” is no format; there are ${formats.join(', ')}.${didYouMean(value, formats)}`)
}

/** Those before `--`, after which nothing is a flag. */
function ownWords(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return end === -1 ? argv : argv.slice(0, end)
}

function isDebug(word: string): boolean {
  return word === flag || word.startsWith(`${flag}=`)
}
