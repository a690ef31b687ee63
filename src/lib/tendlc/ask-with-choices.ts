import {type Console} from '../console.ts'
import {type Parameter} from '../parameter.ts'

type Ask = (parameter: Parameter, name: string) => Promise<string>

/** Asks with the service's own values to choose from where a field has such. */
export function askWithChoices(
  {terminal}: Console,
  ask: Ask,
  choicesOf: (name: string) => Promise<readonly string[] | undefined>,
): Ask {
  return async (parameter, name) => {
    const values = await choicesOf(name)
    if (values === undefined || values.length === 0) return ask(parameter, name)
    const {Prompter} = await import('../input/prompt.ts')
    const choices = values.map((value) => ({name: value, value}))
    return new Prompter(terminal).choose(`${parameter.usage.replace(/^--/, '')}: ${parameter.summary}`, choices)
  }
}
