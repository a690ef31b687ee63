import {usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {type Options, parameter} from '../parameter.ts'

export type NamedValue = [name: string, value: string]

/** `NAME=VALUE` arguments as pairs; of a value, `-` reads standard input and @FILE a file. */
export function namedValues(summary: string, options: Pick<Options<NamedValue[]>, 'spread'> = {}) {
  return parameter<NamedValue[], 'VALUES...', object>('VALUES...', summary, options, {
    kind: 'text',
    many: true,
    // In a list of its own: the lists of all values become one.
    check: async (typed: string, input: InputReader) => [await pair(typed, input)],
  })
}

async function pair(typed: string, input: InputReader): Promise<NamedValue> {
  const at = typed.indexOf('=')
  if (at < 1) throw usageError(`VALUES: “${typed}” is not NAME=VALUE.`)
  const [name, value] = [typed.slice(0, at), typed.slice(at + 1)]
  return [name, value === '' ? '' : await input.value(value, name)]
}
