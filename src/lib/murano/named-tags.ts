import {usageError} from '../errors.ts'
import {parameter} from '../parameter.ts'

/** `--tag NAME=VALUE`, repeated, as an object. */
export function namedTags() {
  return parameter<[name: string, value: string][], '--tag', object>(
    '--tag',
    'name and value to find it by (repeat for more)',
    {valueName: 'NAME=VALUE'},
    {kind: 'text', many: true, check: (typed: string) => [pair(typed)]},
  )
}

function pair(typed: string): [string, string] {
  const at = typed.indexOf('=')
  if (at > 0) return [typed.slice(0, at), typed.slice(at + 1)]
  throw usageError(`--tag: “${typed}” is not NAME=VALUE.`)
}
