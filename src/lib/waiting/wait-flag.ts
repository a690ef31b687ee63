import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type Declaration, type Shape} from '../operation/declaration.ts'
import {type OptionalValue} from '../optional-values.ts'

/** What `--wait` alone stands for: the end, whichever it is. */
const anyEnd = 'end'

/** The states that a command's `--wait` can name; none where it waits in another way, or not at all. */
export function waitedStates(shape: Shape): readonly string[] {
  return shape.waits ?? (shape as Partial<Declaration>).followed?.call.shape.course?.states ?? []
}

/** How `--wait` takes its value; undefined where it has none. */
export function waitValue(shape: Shape): OptionalValue | undefined {
  const states = waitedStates(shape)
  if (states.length === 0) return undefined
  const takes = (word: string) => states.some((state) => state.toLowerCase() === word.toLowerCase())
  return {flag: '--wait', takes, alone: anyEnd}
}

/** What is to be waited for: a state, or any end. Undefined where nothing is. Throws a usage error for what is no state. */
export function waitAsked(
  flags: Readonly<Record<string, unknown>>,
  shape: Shape,
): {wanted: string | undefined} | undefined {
  const typed = flags['wait']
  if (typeof typed !== 'string') return undefined
  if (typed === anyEnd) return {wanted: undefined}
  const states = waitedStates(shape)
  const wanted = states.find((state) => state.toLowerCase() === typed.toLowerCase())
  if (wanted !== undefined) return {wanted}
  throw usageError(`--wait: “${typed}” is not one of ${states.join(', ')}.${didYouMean(typed, states)}`, {
    code: 'invalid-value',
  })
}
