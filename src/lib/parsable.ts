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
 * The words as the parser takes them for what they mean. It knows no flag whose value may be left out: to it, `--debug` is a
 * switch. And were `-i` a flag to it, it would take `-id` after `--sort-by` for two. Throws a usage error for a value that
 * `--debug` does not have.
 */
export function parsable(argv: readonly string[]): string[] {
  const own = ownWords(argv)
  const words = own.map((word) => (isDebug(word) ? checked(word) : word === '-i' ? '--include' : word))
  return [...words, ...argv.slice(own.length)]
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
