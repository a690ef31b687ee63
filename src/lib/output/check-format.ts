import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {outputFormats, type OutputFormat} from './format.ts'

/** Throws a usage error for what is neither a format nor among the others that a command writes itself. */
export function checkFormat(value: string, origin: string, others: readonly string[] = []): OutputFormat {
  const format = outputFormats.find((known) => known === value)
  if (format !== undefined) return format
  const all = [...outputFormats, ...others]
  throw usageError(`${origin}: “${value}” is no output format; there are ${all.join(', ')}.${didYouMean(value, all)}`)
}
