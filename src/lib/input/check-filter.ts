import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'

/** The key and value of `--filter KEY=VALUE`; of the keys that the service knows, where all of them are known. */
export function checkFilter(typed: string, known: readonly string[]): [key: string, value: string] {
  const at = typed.indexOf('=')
  if (at <= 0) {
    throw usageError(`--filter: “${typed}” is not KEY=VALUE.`, {hint: 'Write for example --filter status=Active.'})
  }
  const key = typed.slice(0, at)
  if (known.length === 0 || known.includes(key)) return [key, typed.slice(at + 1)]
  throw usageError(`--filter: the service knows no key “${key}”.${didYouMean(key, known)}`, {
    code: 'invalid-value',
    hint: `It knows ${known.join(', ')}; --where compares any other here.`,
  })
}
