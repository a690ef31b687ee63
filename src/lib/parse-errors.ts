import {stripVTControlCharacters} from 'node:util'
import {didYouMean} from './did-you-mean.ts'
import {CliError, usageError} from './errors.ts'
import {type Parameters} from './parameter.ts'
import {type Surface} from './surface.ts'

/** Turns what oclif's parser throws into a usage error that names what is near. Other errors stay as they are. */
export function asUsageError(error: unknown, surface: Surface, id: string): unknown {
  if (error instanceof CliError || !(error instanceof Error) || !('oclif' in error)) return error
  const hint = `commsctl ${id} --help lists the flags and arguments.`
  if ('flags' in error) return unknownFlags(error.flags as string[], surface, hint)
  const [first = '', ...rest] = stripVTControlCharacters(error.message).split('\n')
  const text = rest.length > 0 && first.startsWith('The following') ? rest.join(' ').trim() : first
  return usageError(text.replace(/\s*See more help with --help\.?$/, '').replace(/\.?$/, '.'), {hint})
}

/** What is said of flags that there are not, with those that are near. */
export function unknownFlags(unknown: readonly string[], {flags}: Surface, hint: string): CliError {
  const known = Object.entries(flags).flatMap(([name, {type}]) => [
    `--${name}`,
    ...(type === 'boolean' ? [`--no-${name}`] : []),
  ])
  const near = unknown.map((flag) => didYouMean(flag.split('=')[0]!, known)).join('')
  return usageError(`Unknown flag${unknown.length === 1 ? '' : 's'} ${unknown.join(', ')}.${near}`, {
    code: 'unknown-flag',
    hint,
  })
}

/** Words that no argument takes. */
export function tooManyWords(extra: readonly string[], parameters: Parameters, id: string): CliError {
  const takesNone = Object.values(parameters).every(({usage}) => usage.startsWith('--'))
  const quoted = extra.map((word) => `“${word}”`).join(', ')
  return usageError(`commsctl ${id} takes ${takesNone ? 'no' : 'fewer'} arguments: ${quoted} is too much.`, {
    code: 'unexpected-argument',
    hint: `commsctl ${id} --help lists the flags and arguments.`,
  })
}
