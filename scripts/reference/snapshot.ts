import {type CommandClass} from '../../src/lib/command.ts'
import {type Parameter} from '../../src/lib/parameter.ts'
import {argumentName, flagName, surfaceOf} from '../../src/lib/surface.ts'
import {type Named} from './files.ts'
import {natureOf} from '../../src/lib/map/nature.ts'

/** Every command with its arguments, flags and nature, a line for each, so that a change of the surface is a line of a diff. */
export function snapshot(commands: readonly Named[]): string {
  const entries = [...commands].sort(byName).map(({id, command}) => `${JSON.stringify(id)}: ${entry(command)}`)
  return `{\n  ${[...batchGroup(commands), ...entries].join(',\n  ')}\n}\n`
}

/** The flags of rows, once for all commands that have them. */
function batchGroup(commands: readonly Named[]): string[] {
  const lines = new Set(commands.flatMap(({command}) => flagLines(command, 'BATCH')))
  return lines.size === 0 ? [] : [`"BATCH": ${block('{', [...lines].sort(), '}')}`]
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
    ...(command.shape.takesRows === true ? [`    "batch": ${JSON.stringify(batchOf(command))},`] : []),
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

/** Which of the flags of rows a command has. */
function batchOf({shape: {effect}}: CommandClass): string {
  return effect?.billable === true ? 'rows and costs' : 'rows'
}

function flagLines({shape}: CommandClass, group?: 'BATCH'): string[] {
  const required = new Set(
    Object.values(shape.parameters)
      .filter(({presence}) => presence === 'required')
      .map(flagName),
  )
  const options = new Map(Object.values(shape.parameters).map((parameter) => [flagName(parameter), parameter.options]))
  return Object.entries(surfaceOf(shape).flags)
    .filter(([, {helpGroup}]) => (helpGroup === 'BATCH') === (group === 'BATCH'))
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
