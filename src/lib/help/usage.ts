import {type Shape} from '../operation/declaration.ts'
import {valueName} from '../surface.ts'

/** The command with its arguments and the flags that must be given, without the program's name. */
export function usageLine(id: string, {parameters}: Shape): string {
  const all = Object.values(parameters)
  const args = all.filter(({usage}) => !usage.startsWith('--'))
  const required = all.filter(({presence, usage}) => presence === 'required' && usage.startsWith('--'))
  return [
    id,
    ...args.map(({usage, presence}) => (presence === 'required' ? usage : `[${usage}]`)),
    ...required.map((parameter) => `${parameter.usage} ${valueName(parameter)}`),
    '[FLAGS]',
  ].join(' ')
}
