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
    check: async (typed: string, input: InputReader) => [await readPair(typed, input)],
  })
}

/** `--tag NAME=VALUE`, repeated. */
export function namedTags() {
  const summary = 'name and value to find it by (repeat for more)'
  return parameter<NamedValue[], '--tag', object>(
    '--tag',
    summary,
    {valueName: 'NAME=VALUE'},
    {
      kind: 'text',
      many: true,
      check: (typed: string) => [pair(typed, '--tag')],
    },
  )
}

async function readPair(typed: string, input: InputReader): Promise<NamedValue> {
  const [name, value] = pair(typed, 'VALUES')
  return [name, value === '' ? '' : await input.value(value, name)]
}

function pair(typed: string, usage: string): NamedValue {
  const at = typed.indexOf('=')
  if (at > 0) return [typed.slice(0, at), typed.slice(at + 1)]
  throw usageError(`${usage}: “${typed}” is not NAME=VALUE.`)
}
