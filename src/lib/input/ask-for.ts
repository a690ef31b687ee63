import {type Console} from '../console.ts'
import {usageError} from '../errors.ts'
import {type Parameter} from '../parameter.ts'
import {Prompter} from './prompt.ts'

/** Asks for the value of a parameter, in the way that its kind is best answered, until the answer passes its check. */
export async function askFor(parameter: Parameter, console: Console): Promise<string> {
  const prompter = new Prompter(console)
  const message = `${parameter.usage.replace(/^--/, '')}: ${parameter.summary}`
  if (parameter.kind === 'secret') return prompter.askSecret({message, validate: notEmpty})
  if (parameter.kind === 'boolean') return String(await prompter.confirm(message))
  if (parameter.kind !== 'choice')
    return prompter.ask({message, validate: (answer) => parameter.check(answer, console.input)})
  return prompter.choose(
    message,
    parameter.options!.map((value) => ({name: value, value})),
  )
}

function notEmpty(answer: string): void {
  if (answer === '') throw usageError('That is empty.')
}
