import {type CommandClass} from '../command.ts'
import {type Nature, natureOf} from '../map/nature.ts'
import {type Parameter} from '../parameter.ts'
import {type Schema} from '../schema.ts'
import {argumentName, flagName, surfaceOf} from '../surface.ts'

/** A command as programs are handed it that call tools. */
export interface Tool {
  /** The words of the command, joined. */
  name: string
  command: string
  description: string
  nature: Nature[]
  input: InputSchema
  /** The inputs that are arguments, in their order. */
  arguments: string[]
  /** Those that hold any JSON. */
  json: string[]
  /** Whether its result can be JSON. */
  formats: boolean
}

export interface InputSchema {
  type: 'object'
  properties: Record<string, Schema>
  required?: string[]
}

/** Flags that commands have by their nature, and tools keep. */
const kept = {
  limit: {type: 'integer', minimum: 1, description: 'how many rows to give'},
  offset: {type: 'integer', minimum: 0, description: 'rows to leave out first'},
  all: {type: 'boolean', description: 'give all rows'},
  where: {type: 'array', items: {type: 'string'}, description: 'KEY=VALUE: rows that have this value anywhere inside'},
  'sort-by': {type: 'string', description: 'sort by these columns; -NAME for descending'},
  timeout: {type: 'string', description: 'how long to wait for the service, such as 30s or 2m'},
} satisfies Fields

type Fields = Record<string, Schema>

/** The tool that a command is; undefined for one that makes no sense as a tool. */
export function toolOf(id: string, command: CommandClass): Tool | undefined {
  const {shape} = command
  const parameters = Object.values(shape.parameters)
  if (shape.tool === false || shape.goesOn === true || shape.online === false || shape.reply?.kind === 'file')
    return undefined
  if (parameters.some((parameter) => parameter.kind === 'file' && isNeeded(parameter))) return undefined
  const taken = parameters.filter(({kind, endless}) => kind !== 'file' && endless !== true)
  const {flags} = surfaceOf(shape)
  const own = Object.fromEntries(taken.map((parameter) => [inputName(parameter), inputOf(parameter)]))
  const more = Object.entries(kept).filter(([name]) => name in flags && !(name in own))
  const required = taken.filter(({presence}) => presence === 'required').map(inputName)
  return {
    name: id.replaceAll(' ', '_'),
    command: id,
    description: descriptionOf(command),
    nature: natureOf(command),
    input: {
      type: 'object',
      properties: {...own, ...Object.fromEntries(more)},
      ...(required.length > 0 && {required}),
    },
    arguments: taken.filter((parameter) => !isFlag(parameter)).map(inputName),
    json: taken.filter(({kind}) => kind === 'json' || kind === 'body').map(inputName),
    formats: 'output' in flags,
  }
}

function isNeeded(parameter: Parameter): boolean {
  return parameter.presence === 'required' || !isFlag(parameter)
}

function isFlag({usage}: Parameter): boolean {
  return usage.startsWith('--')
}

function inputName(parameter: Parameter): string {
  return isFlag(parameter) ? flagName(parameter) : argumentName(parameter).toLowerCase()
}

/** What people read of a command, and what it does that they would be asked about. */
function descriptionOf({shape}: CommandClass): string {
  const {summary, description, effect} = shape
  const asked = [
    ...(effect?.billable ? ['It costs money.'] : []),
    ...(effect?.destructive ? ['It cannot be undone.'] : []),
    ...(effect?.disruptive ? ['It cuts people off.'] : []),
  ]
  return [`${summary}.`, ...(description === undefined ? [] : [description]), ...asked].join(' ')
}

function inputOf(parameter: Parameter): Schema {
  const one = {...valueOf(parameter), ...(!parameter.many && {description: parameter.summary})}
  if (!parameter.many || parameter.kind === 'body') return one
  return {type: 'array', items: one, description: parameter.summary}
}

/** One value, as loosely as its check takes it: the check says best what is wrong. */
function valueOf({kind, options, schema}: Parameter): Schema {
  if (kind === 'integer' || kind === 'boolean') return {type: kind}
  if (kind === 'choice') return {type: 'string', enum: options!}
  if (kind === 'body' || kind === 'json') return schema ?? {}
  return {type: 'string'}
}
