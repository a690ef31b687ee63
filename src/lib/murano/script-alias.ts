import {type Lookup} from '../operation/lookup.ts'

/** What a script goes by in requests: `SOLUTION_NAME`. `solution` is the wire name of the solution's parameter. */
export function scriptAlias(solution: string): Lookup {
  return {
    make: (name, values) => {
      const prefix = prefixOf(String(values[solution]))
      return name.startsWith(prefix) ? name : `${prefix}${name}`
    },
  }
}

/** What a script's body says of it beside its text. */
export function scriptNames(solution: string, alias: string) {
  return {solution_id: solution, alias, name: alias.slice(prefixOf(solution).length)}
}

function prefixOf(solution: string): string {
  return `${solution}_`
}
