import {type Parameters} from './parameter.ts'

/** Words that stand where arguments stand, by parameter name; the one that holds several takes what is left. */
export interface Positionals {
  args: Record<string, string | string[]>
  /** Words too many. */
  extra: string[]
}

/**
 * Hands the words to the arguments in order. (oclif's own way reads standard input for a missing argument, and cannot
 * leave an argument before a list to be asked for.)
 */
export function positionals(parameters: Parameters, words: readonly string[]): Positionals {
  const left = [...words]
  const args: Positionals['args'] = {}
  for (const [name, {usage, many}] of Object.entries(parameters)) {
    if (usage.startsWith('--') || left.length === 0) continue
    args[name] = many ? left.splice(0) : left.shift()!
  }
  return {args, extra: left}
}
