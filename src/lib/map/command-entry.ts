import {type CommandClass} from '../command.ts'
import {toColumns} from '../output/columns.ts'
import {type Kind, type Parameter} from '../parameter.ts'
import {argumentName, flagName, surfaceOf} from '../surface.ts'
import {type Nature, natureOf} from './nature.ts'
import {ownCalls} from './own-calls.ts'

/** One command, as programs are told of it: all that can be typed, what it does and what it prints. */
export interface CommandEntry {
  /** The words after `commsctl`. */
  command: string
  summary: string
  description?: string
  arguments: ArgumentEntry[]
  flags: FlagEntry[]
  nature: Nature[]
  examples: {title: string; command: string}[]
  /** The API calls that it makes; `own` are those that it is there for, and not on the way to something else. */
  calls: {operation: string; request?: string; own?: true}[]
  /** What `-o json` prints; left out where nothing comes back that can be formatted. */
  reply?: {
    kind: string
    /** What a table shows. */
    columns: string[]
    /** The field that `-o id` prints. */
    id?: string
  }
}

export interface ArgumentEntry extends ValueEntry {
  name: string
  summary: string
  required: boolean
  repeats: boolean
}

export interface FlagEntry extends ValueEntry {
  /** Without the dashes. */
  name: string
  char?: string
  summary: string
  /** Whether a value follows it. */
  takesValue: boolean
  required: boolean
  repeats: boolean
  /** Whether there is a `--no-` form. */
  negatable: boolean
}

interface ValueEntry {
  kind?: Kind
  /** The values that it takes, where they are known. */
  values?: readonly string[]
}

/** Describes a command from its declaration. */
export function commandEntry(id: string, command: CommandClass): CommandEntry {
  const {shape, calls} = command
  const {reply} = shape
  const own = new Set(ownCalls(command))
  return {
    command: id,
    summary: shape.summary,
    ...(shape.description !== undefined && {description: shape.description}),
    arguments: Object.values(shape.parameters).flatMap((parameter) => argumentEntry(parameter) ?? []),
    flags: flagEntries(command),
    nature: natureOf(command),
    examples: shape.examples.map(([title, line]) => ({title, command: `commsctl ${id} ${line}`.trimEnd()})),
    calls: calls.map(({shape: {operation, request}}) => ({
      operation,
      ...(request && {request: request.line}),
      ...(own.has(operation) && {own: true as const}),
    })),
    ...(reply && {
      reply: {
        kind: reply.kind,
        columns: toColumns(reply.columns).map(({path}) => path),
        ...(reply.id !== undefined && {id: reply.id}),
      },
    }),
  }
}

function argumentEntry(parameter: Parameter): ArgumentEntry | undefined {
  if (parameter.usage.startsWith('--')) return undefined
  const {summary, presence, many} = parameter
  const name = argumentName(parameter)
  return {name, summary, required: presence === 'required', repeats: many, ...valueEntry(parameter)}
}

function flagEntries({shape}: CommandClass): FlagEntry[] {
  const own = new Map(Object.values(shape.parameters).map((parameter) => [flagName(parameter), parameter]))
  return Object.entries(surfaceOf(shape).flags).map(([name, flag]) => {
    const parameter = own.get(name)
    return {
      name,
      ...(flag.char !== undefined && {char: flag.char}),
      summary: flag.description ?? '',
      takesValue: flag.type === 'option',
      required: parameter?.presence === 'required',
      repeats: flag.type === 'option' && flag.multiple === true,
      negatable: flag.type === 'boolean' && flag.allowNo === true,
      ...(parameter && valueEntry(parameter)),
    }
  })
}

function valueEntry({kind, options}: Parameter): ValueEntry {
  return {kind, ...(kind === 'choice' && options && {values: options})}
}
