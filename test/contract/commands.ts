import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {asksFirst} from '../../src/lib/operation/confirm.ts'
import {type Shape} from '../../src/lib/operation/declaration.ts'
import {type Parameter} from '../../src/lib/parameter.ts'
import {programFolder} from '../support/batch.ts'

export interface Command {
  id: string
  words: string[]
  shape: Shape
  /** Whether it is one API call and no code of its own. */
  isOneCall: boolean
  /** The arguments of each example, as a shell splits them. */
  examples: string[][]
  /** Arguments that the command takes: those of an example, or values made up by kind. */
  typical: string[]
}

export function isFlag({usage}: Parameter): boolean {
  return usage.startsWith('--')
}

/** Whether it is asked before it is done. */
export function needsConfirmation({shape: {effect}}: Command): boolean {
  return effect !== undefined && asksFirst(effect)
}

async function findCommands(): Promise<Command[]> {
  const found = await loadCommands(join(programFolder, 'dist/commands'), '.js')
  const lines = found.flatMap(({command}) => command.shape.examples.map(([, line]) => line))
  const split = splitLines(lines)
  return found.map(({id, command: {shape, calls}}) => {
    const examples = split.splice(0, shape.examples.length)
    return {
      id,
      words: id.split(' '),
      shape,
      isOneCall: calls.some((call) => Object.is(call.shape, shape)),
      examples,
      typical: typicalArguments(shape, examples),
    }
  })
}

/** Splits command lines as a shell does. A pattern that matches no file is an error, as it is in zsh. */
function splitLines(lines: readonly string[]): string[][] {
  const loops = lines.map((line) => `for word in ${line}; do printf '%s\\0' "$word"; done; printf '\\n\\0'`)
  const script = ['set -e', ...loops].join('\n')
  const words = execFileSync('bash', ['-O', 'failglob', '-c', script], {cwd: import.meta.dirname, encoding: 'utf8'})
  const split: string[][] = [[]]
  for (const word of words.split('\0')) {
    if (word === '\n') split.push([])
    else split.at(-1)!.push(word)
  }
  return split.slice(0, lines.length)
}

const presentation = new Set(['--dry-run', '--jq', '-o', '--output', '--columns', '--chart'])

function typicalArguments(shape: Shape, examples: readonly string[][]): string[] {
  const example = examples[0]
  if (example === undefined) return madeUpArguments(Object.values(shape.parameters))
  const from = example.findIndex((word) => presentation.has(word))
  return from < 0 ? example : example.slice(0, from)
}

const madeUp: Partial<Record<Parameter['kind'], string>> = {
  uuid: '11111111-1111-4111-8111-111111111111',
  integer: '1',
  date: '2026-01-01',
  url: 'https://acme.example',
  email: 'office@acme.example',
  phone: '+19412340001',
  json: '{}',
  body: '{}',
}

function madeUpArguments(parameters: readonly Parameter[]): string[] {
  return parameters
    .filter(({presence}) => presence === 'required')
    .flatMap((parameter) => {
      const value = parameter.options?.[0] ?? madeUp[parameter.kind] ?? 'something'
      return isFlag(parameter) ? [parameter.usage, value] : [value]
    })
}

/** All commands of the built program. */
export const commands: readonly Command[] = await findCommands()

/** Those that ask a service and end. */
export const online = commands.filter(({shape}) => shape.online !== false && shape.goesOn !== true)

/** Commands that go on until they are stopped. */
export const endless = commands
  .filter(({shape, examples}) => shape.goesOn === true && examples.length === 0)
  .map(({id}) => id)
