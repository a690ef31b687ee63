import {type CliError, usageError} from '../errors.ts'

/** Usage errors as one: itself where there is one, else one that lists them. */
export function allOf(summary: string, problems: readonly CliError[]): CliError {
  const [first] = problems
  if (problems.length === 1) return first!
  return usageError(`${summary}: ${problems.length} things are not right.`, {
    code: first!.code,
    details: problems.map(({message}) => message),
    hint: problems.find(({hint}) => hint !== undefined)?.hint,
  })
}
