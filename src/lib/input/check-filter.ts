import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'

/**
 * The key and value of `--filter KEY=VALUE`. The service may know more keys than clients do, and shows everything where it does not:
 * what is near a known one is taken for a slip.
 */
export function checkFilter(typed: string, known: readonly string[]): [key: string, value: string] {
  const at = typed.indexOf('=')
  if (at <= 0) {
    throw usageError(`--filter: “${typed}” is not KEY=VALUE.`, {hint: 'Write for example --filter status=Active.'})
  }
  const key = typed.slice(0, at)
  const meant = known.includes(key) ? '' : didYouMean(key, known)
  if (meant === '') return [key, typed.slice(at + 1)]
  throw usageError(`--filter: “${key}” is no key that is known.${meant}`, {
    code: 'invalid-value',
    hint: `Known keys: ${known.join(', ')}; --where compares any other here.`,
  })
}
