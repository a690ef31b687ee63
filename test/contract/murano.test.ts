import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {type CommandClass} from '../../src/lib/command.ts'
import {type DocumentedCall, type RequestDetails} from '../../src/lib/operation/declaration.ts'
import {root} from '../support/world.ts'

/** An endpoint of Murano or an operation of one of its services, and the command that makes the call. */
interface Expected {
  endpoint: string
  operation: string
  command: string
  /** Variables of the path are `{}`: their names are ours. Left out where there is no one request. */
  request?: {line: string; host: string; auth: string}
  /** Of a service's operation: what is sent, beside each other. */
  arguments?: {name: string; required?: true}[]
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as T
}

const expectations = read<Expected[]>('murano.json')
const loaded = await loadCommands(join(root, 'src/commands'), '.ts')
const commands = new Map(loaded.map(({id, command}) => [id, command]))

test.each(expectations)('$endpoint is what “$command” makes of it', (expected) => {
  expect(differences(expected, commands.get(expected.command))).toEqual([])
})

test('the table of coverage has a row for each', () => {
  const table = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
  expect(expectations.filter(({operation}) => !table.includes(`| ${operation} |`))).toEqual([])
})

test('commands call nothing of Murano that is not expected', () => {
  const known = new Set(expectations.map(({operation}) => operation))
  const made = loaded.flatMap(({command}) => command.calls.map(({shape}) => shape.operation))
  expect(made.filter((name) => name.startsWith('Murano.') && !known.has(name))).toEqual([])
})

function callOf({operation}: Expected, command: CommandClass | undefined): DocumentedCall['shape'] | undefined {
  return command?.calls.find(({shape}) => shape.operation === operation)?.shape
}

function differences(expected: Expected, command: CommandClass | undefined): string[] {
  const call = callOf(expected, command)
  if (call === undefined) return ['no command makes the call']
  return [
    ...requestDifferences(expected, call.request),
    ...argumentDifferences(expected, call.parameters ?? {}, pageNames(command)),
  ]
}

function requestDifferences({request: expected}: Expected, request: RequestDetails | undefined): string[] {
  if (expected === undefined) return []
  const made = {line: request?.line.replace(/\{\w+\}/g, '{}'), host: request?.host, auth: request?.auth}
  return Object.entries(expected).flatMap(([what, value]) =>
    made[what as keyof typeof made] === value ? [] : [`${what} is ${made[what as keyof typeof made]}`],
  )
}

/** Arguments that paging fills in. */
function pageNames(command: CommandClass | undefined): string[] {
  const paging = command?.shape.reply?.paging ?? 'none'
  return paging === 'none' ? [] : [paging.offset ?? [], paging.limit ?? []].flat()
}

function argumentDifferences(
  {arguments: expected}: Expected,
  parameters: NonNullable<DocumentedCall['shape']['parameters']>,
  paged: readonly string[],
): string[] {
  if (expected === undefined) return []
  const names = new Set(expected.map(({name}) => name))
  return [
    ...expected.flatMap(({name, required}) => {
      const parameter = parameters[name]
      if (parameter === undefined) return paged.includes(name) ? [] : [`${name}: missing`]
      return required && parameter.presence === 'optional' ? [`${name}: not required`] : []
    }),
    ...Object.keys(parameters).filter(
      (name) => name !== 'solution' && !names.has(name.split('.')[0]!) && parameters[name]?.place !== 'local',
    ),
  ]
}
