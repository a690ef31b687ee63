import {usageError} from '../errors.ts'
import {parameter} from '../parameter.ts'

const allowed = /^[a-zA-Z0-9\s-]{1,63}$/

/** The name of a new solution. That of a product is of less; the service knows which it is to be. */
export function solutionName() {
  return parameter<string, 'NAME', object>('NAME', 'what it is called', {}, {kind: 'text', check: checkName})
}

function checkName(typed: string): string {
  if (allowed.test(typed)) return typed
  throw usageError(`NAME: “${typed}” cannot be the name of a solution.`, {
    hint: 'Use up to 63 letters, digits, dashes and blanks; of a product letters and digits, at least two, a letter first.',
  })
}
