import {type Console} from '../console.ts'
import {type Choice} from '../input/prompt.ts'
import {type Ask} from '../operation/values.ts'
import {type Parameter} from '../parameter.ts'

/** What a question about a parameter says: `city: city of the brand`. */
export function questionOf({usage, summary}: Parameter): string {
  return `${usage.replace(/^--/, '')}: ${summary}`
}

/** Asks with the service's own values to choose from where a field has such. */
export function askWithChoices(
  console: Console,
  ask: Ask,
  choicesOf: (name: string) => Promise<readonly Choice<string>[] | undefined>,
): Ask {
  return async (parameter, name) => {
    const choices = await choicesOf(name)
    if (choices === undefined || choices.length === 0) return ask(parameter, name)
    const {Prompter} = await import('../input/prompt.ts')
    return new Prompter(console).choose(questionOf(parameter), choices)
  }
}
