import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type CliError, usageError} from '../errors.ts'
import {setField} from '../input/fields.ts'
import {type Declaration} from '../operation/declaration.ts'
import {overlay} from '../operation/overlay.ts'
import {type BodySource, collectValues, problemsOf, type Typed} from '../operation/values.ts'
import {bodyOf} from '../operation/whole-body.ts'
import {type Parameter} from '../parameter.ts'
import {flagName} from '../surface.ts'
import {type Columns} from './columns.ts'
import {type RowInput} from './row-input.ts'
import {type Row} from './row.ts'

export interface ValuesOptions {
  shape: Declaration
  columns: Columns
  /** What was given for all rows; a row's own value goes before it. */
  constants: Readonly<Record<string, unknown>>
  input: RowInput
  /** Whether cells are text, as in CSV: those of the body's fields are typed then as `-F` types them. */
  textual: boolean
}

/** What is given of the body stands for the whole: what it is laid over is fetched when the row is sent. */
const partial: BodySource = {mayBegin: true, whole: (part) => Promise.resolve(part ?? {})}

/** Makes the values of a command of the cells of a row, with the command's own checks. */
export class RowValues {
  readonly #source: BodySource | undefined
  readonly #given: Readonly<Record<string, unknown>>
  readonly #body: JsonValue | undefined

  constructor(private readonly options: ValuesOptions) {
    const {shape, constants} = options
    const [bodyName] = Object.entries(shape.parameters).find(([, {kind}]) => kind === 'body') ?? []
    this.#source = shape.effect?.replaces === true ? partial : undefined
    this.#body = bodyName === undefined ? undefined : (constants[bodyName] as JsonValue | undefined)
    this.#given = Object.fromEntries(Object.entries(constants).filter(([name]) => name !== bodyName))
  }

  /** Throws a RowProblems that names everything that is wrong with the row. */
  async of(row: Row): Promise<Record<string, unknown>> {
    const {shape, input} = this.options
    try {
      const values = await collectValues(shape.parameters, this.#typed(row), {
        input,
        fallback: () => Promise.resolve(undefined),
        given: this.#given,
        body: this.#source,
      })
      this.#mustBeOne(values)
      shape.procedure?.check?.(values)
      return values
    } catch (error) {
      throw new RowProblems(problemsOf(error).map((problem) => this.#told(problem, row)))
    }
  }

  #typed({cells}: Row): Typed {
    const {shape, columns, textual} = this.options
    const typed = {args: {} as Record<string, unknown>, flags: {} as Record<string, unknown>}
    const fields: string[] = []
    const part: JsonObject = {}
    for (const [column, cell] of Object.entries(cells)) {
      const target = columns.target(column)
      if (target === undefined) continue
      if ('field' in target) {
        if (textual && typeof cell === 'string') fields.push(`${target.field}=${cell}`)
        else setField(part, target.field, cell)
        continue
      }
      const parameter = shape.parameters[target.parameter]!
      const isFlag = parameter.usage.startsWith('--')
      typed[isFlag ? 'flags' : 'args'][isFlag ? flagName(parameter) : target.parameter] = typedCell(parameter, cell)
    }
    if (bodyOf(shape.parameters) !== undefined) Object.assign(typed.flags, this.#bodyFlags(part, fields))
    return typed
  }

  #bodyFlags(part: JsonObject, fields: readonly string[]): Record<string, unknown> {
    const hasPart = Object.keys(part).length > 0
    if (this.#body === undefined && !hasPart && fields.length === 0) return {}
    const body = hasPart ? overlay(this.#body, part) : this.#body
    return {...(body !== undefined && {body: JSON.stringify(body)}), field: fields}
  }

  #mustBeOne(values: Readonly<Record<string, unknown>>): void {
    const {each, parameters} = this.options.shape
    if (each === undefined || (values[each.parameter] as unknown[]).length === 1) return
    throw usageError(`${parameters[each.parameter]!.usage.replace(/\.\.\.$/, '')}: a row has one.`)
  }

  /** A problem by the column that it comes from. */
  #told({message, details}: CliError, {line, cells}: Row): string {
    const {columns, shape} = this.options
    const column = Object.keys(cells).find((name) => {
      const target = columns.target(name)
      if (target === undefined) return false
      const begin = 'field' in target ? `--body: ${target.field}` : usageOf(shape.parameters[target.parameter]!)
      return message.startsWith(begin)
    })
    const where = `line ${line}${column ? `, column ${column}` : ''}`
    const target = column === undefined ? undefined : columns.target(column)
    const prefix =
      target === undefined || 'field' in target ? '--body: ' : `${usageOf(shape.parameters[target.parameter]!)}: `
    const said = message.startsWith(prefix) ? message.slice(prefix.length) : message
    return `${where}: ${[said, ...(message.startsWith('Missing') ? [] : details)].join(' ')}`
  }
}

/** Everything that is wrong with a row: sentences that name line and column. */
export class RowProblems extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'))
  }
}

function usageOf({usage}: Parameter): string {
  return usage.replace(/\.\.\.$/, '')
}

function typedCell(parameter: Parameter, cell: JsonValue): unknown {
  if (parameter.kind === 'boolean') return truth(parameter, cell)
  if (!parameter.many) return textOf(cell)
  const list = typeof cell === 'string' && cell.startsWith('[') ? listIn(cell) : cell
  return Array.isArray(list) ? list.map(textOf) : [textOf(list)]
}

function truth({usage}: Parameter, cell: JsonValue): boolean {
  const word = textOf(cell).trim().toLowerCase()
  if (word === 'true' || word === 'false') return word === 'true'
  throw usageError(`${usage}: “${textOf(cell)}” is neither true nor false.`)
}

/** A list in a cell of CSV is JSON; what only begins like one is text. */
function listIn(cell: string): JsonValue {
  try {
    return JSON.parse(cell) as JsonValue
  } catch {
    return cell
  }
}

function textOf(cell: JsonValue): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}
