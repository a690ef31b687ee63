import {type CommandClass} from '../../src/lib/command.ts'
import {type Parameter} from '../../src/lib/parameter.ts'
import {argumentName, flagName, surfaceOf} from '../../src/lib/surface.ts'
import {type Named} from './files.ts'
import {natureOf} from '../../src/lib/map/nature.ts'

/** Every command with its arguments, flags and nature, a line for each, so that a change of the surface is a line of a diff. */
export function snapshot(commands: readonly Named[]): string {
  const entries = [...commands].sort(byName).map(({id, command}) => `${JSON.stringify(id)}: ${entry(command)}`)
  return `{\n  ${entries.join(',\n  ')}\n}\n`
}

function entry(command: CommandClass): string {
  const {parameters} = command.shape
  const args = Object.values(parameters)
    .filter(({usage}) => !usage.startsWith('--'))
    .map((parameter) => JSON.stringify(argument(parameter)))
  return [
    '{',
    `    "arguments": ${block('[', args, ']')},`,
    `    "flags": ${block('{', flagLines(command), '}')},`,
    `    "aliases": ${JSON.stringify(command.aliases)},`,
    `    "nature": ${JSON.stringify(natureOf(command))}`,
    '  }',
  ].join('\n')
}

function argument(parameter: Parameter) {
  const {presence, many, options} = parameter
  return {
    name: argumentName(parameter),
    required: presence === 'required',
    ...(many && {repeats: true}),
    ...(options && {options}),
  }
}

function flagLines({shape}: CommandClass): string[] {
  const required = new Set(
    Object.values(shape.parameters)
      .filter(({presence}) => presence === 'required')
      .map(flagName),
  )
  const options = new Map(Object.values(shape.parameters).map((parameter) => [flagName(parameter), parameter.options]))
  return Object.entries(surfaceOf(shape).flags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, flag]) => {
      const facts = {
        ...(flag.char !== undefined && {char: flag.char}),
        takesValue: flag.type === 'option',
        ...(flag.type === 'option' && flag.multiple && {repeats: true}),
        ...(flag.type === 'boolean' && flag.allowNo && {negatable: true}),
        ...(required.has(name) && {required: true}),
        ...(name !== 'body' && options.get(name) !== undefined && {options: options.get(name)}),
      }
      return `${JSON.stringify(name)}: ${JSON.stringify(facts)}`
    })
}

function block(open: string, lines: readonly string[], close: string): string {
  return lines.length === 0 ? open + close : `${open}\n      ${lines.join(',\n      ')}\n    ${close}`
}

function byName(a: Named, b: Named): number {
  return a.id < b.id ? -1 : 1
}
