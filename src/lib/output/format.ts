import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'

export const outputFormats = ['table', 'json', 'ndjson', 'csv', 'yaml', 'id'] as const

/** `-o`: how data is written. */
export type OutputFormat = (typeof outputFormats)[number]

/** The format of that name; `others` are those that the command writes itself. Throws a usage error for any other name. */
export function checkFormat(value: string, origin: string, others: readonly string[] = []): OutputFormat {
  const format = outputFormats.find((known) => known === value)
  if (format !== undefined) return format
  const all = [...outputFormats, ...others]
  throw usageError(`${origin}: “${value}” is no output format; there are ${all.join(', ')}.${didYouMean(value, all)}`)
}

/** Whether programs read it, on stderr as well: a failure is one JSON object there. */
export function isJson(format: OutputFormat): boolean {
  return format === 'json' || format === 'ndjson'
}

/** The format of an error that comes before the flags are understood. */
export function formatAsTyped(argv: readonly string[]): OutputFormat {
  if (argv.some((word) => word === '--jq' || word.startsWith('--jq='))) return 'json'
  const typed = argv.flatMap((word, index) => {
    if (word === '-o' || word === '--output') return [argv[index + 1]]
    if (word.startsWith('--output=')) return [word.slice('--output='.length)]
    return word.startsWith('-o') ? [word.slice(2).replace(/^=/, '')] : []
  })
  const format = typed[0] ?? process.env['COMMSCTL_OUTPUT']
  return outputFormats.find((known) => known === format) ?? 'table'
}
