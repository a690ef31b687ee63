import {isSecretName, maskJson} from '../client/masking.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'
import {type Declaration, type Reply} from '../operation/declaration.ts'
import {type Parameter} from '../parameter.ts'
import {type Columns} from './columns.ts'
import {type Fate} from './outcome.ts'
import {type CheckedRow} from './row.ts'

/** How outcomes of a command's rows are told: as lines of output, and of a file that `--retry-failed` takes. */
export class Telling {
  constructor(
    private readonly shape: Declaration,
    private readonly columns: Columns,
    /** Whether the rows are those of a file, which have numbers that somebody knows. */
    private readonly isNumbered: boolean,
  ) {}

  /** What people see of rows. */
  get view(): Pick<Reply, 'columns' | 'noun'> & {idField: string} {
    const {each, reply} = this.shape
    const columns: ColumnSpec[] = [
      ...(this.isNumbered ? ['row'] : []),
      ...Object.keys(this.#about({})),
      'outcome',
      ...(each === undefined ? ['id'] : []),
      'message',
    ]
    return {columns, noun: each === undefined ? 'rows' : reply.noun, idField: each?.name ?? 'id'}
  }

  output({row, outcome, message, id}: Fate): JsonObject {
    return {
      ...(this.isNumbered && {row: row.number}),
      ...this.#about(row.values),
      outcome,
      ...(this.shape.each === undefined && {id}),
      message,
    }
  }

  /** With the row itself, but for its secrets. */
  line({row, outcome, done, message, id}: Fate): JsonObject {
    const about = this.#about(row.values)
    return {row: row.number, line: row.line, ...about, outcome, done, id, message, input: this.#input(row)}
  }

  #about(values: Readonly<Record<string, unknown>>): JsonObject {
    const {each, parameters} = this.shape
    const args = Object.entries(parameters).filter(([, {usage}]) => !usage.startsWith('--'))
    return Object.fromEntries(
      args.map(([name]) => {
        const value = (values[name] ?? null) as JsonValue
        return each?.parameter === name ? [each.name, [value].flat()[0] ?? null] : [name, value]
      }),
    )
  }

  #input({cells}: CheckedRow): JsonObject {
    return Object.fromEntries(
      Object.entries(cells).flatMap(([column, cell]): [string, JsonValue][] => {
        const target = this.columns.target(column)
        if (target === undefined) return []
        if ('field' in target) return isSecretName(target.field) ? [] : [[`body.${target.field}`, maskJson(cell)]]
        const parameter = this.shape.parameters[target.parameter]!
        return isSecret(target.parameter, parameter) ? [] : [[target.parameter, cell]]
      }),
    )
  }
}

export function isSecret(name: string, {kind}: Parameter): boolean {
  return kind === 'secret' || isSecretName(name)
}
