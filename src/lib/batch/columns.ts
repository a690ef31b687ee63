import {nearest} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {stepsOf} from '../input/fields.ts'
import {type Shape} from '../operation/declaration.ts'
import {type Parameter, type Parameters} from '../parameter.ts'
import {listColumn} from './read-rows.ts'

/** Where the values of a column go: to a parameter, or to a field of the body. */
export type Target = {parameter: string} | {field: string}

/** What phone numbers are called in other people's files. */
const phoneNames = ['number', 'numbers', 'phone_number', 'phone', 'tn', 'did']

/** Which column is for which parameter: by the flag's, the argument's or the wire's name, or as `--map` says. */
export class Columns {
  readonly #parameters: Parameters
  readonly #named = new Map<string, Target>()
  readonly #mapped = new Map<string, Target>()

  /** `maps` are `FLAG=COLUMN`. Throws a usage error for what is none, or no flag. */
  constructor(
    {parameters}: Pick<Shape, 'parameters'>,
    maps: readonly string[],
    private readonly usage = '--map',
  ) {
    this.#parameters = parameters
    const all = Object.entries(parameters).filter(([, {kind}]) => kind !== 'body')
    for (const [name, parameter] of all)
      for (const known of namesOf(name, parameter)) this.#named.set(plain(known), {parameter: name})
    const phones = all.filter(([, {kind, usage: written}]) => kind === 'phone' && !written.startsWith('--'))
    if (phones.length === 1) {
      for (const known of phoneNames)
        if (!this.#named.has(plain(known))) this.#named.set(plain(known), {parameter: phones[0]![0]})
    }
    for (const map of maps) this.#map(map)
  }

  /** Undefined for a column that is for nothing. */
  target(column: string): Target | undefined {
    if (column === listColumn) return this.#listed()
    return this.#mapped.get(column) ?? this.#target(column)
  }

  /** Near names of one that is none. */
  near(column: string): string[] {
    return nearest(column, this.names())
  }

  /** Those of `--map` that are not among these. */
  unmet(columns: ReadonlySet<string>): string[] {
    return [...this.#mapped.keys()].filter((column) => !columns.has(column))
  }

  /** What columns can be called. */
  names(): string[] {
    const own = Object.entries(this.#parameters).filter(([, {kind}]) => kind !== 'body')
    return [...own.map(([, parameter]) => writtenName(parameter)), ...Object.keys(this.#fields() ?? {})]
  }

  #target(column: string): Target | undefined {
    const named = this.#named.get(plain(column))
    if (named !== undefined) return named
    const fields = this.#fields()
    if (fields === undefined) return undefined
    const path = column.replace(/^body\./, '')
    const [first] = safeSteps(path)
    return first !== undefined && (fields === 'any' || Object.hasOwn(fields, first)) ? {field: path} : undefined
  }

  /** The fields of the body; any where it has no names of its own. */
  #fields(): Readonly<Record<string, unknown>> | 'any' | undefined {
    const body = Object.values(this.#parameters).find(({kind}) => kind === 'body')
    return body && (body.schema?.properties ?? 'any')
  }

  #listed(): Target | undefined {
    const args = Object.entries(this.#parameters).filter(([, {usage}]) => !usage.startsWith('--'))
    const [only] = args.filter(([, {presence}]) => presence === 'required')
    return only && {parameter: only[0]}
  }

  #map(map: string): void {
    const at = map.indexOf('=')
    const [flag, column] = [map.slice(0, at).replace(/^--/, ''), map.slice(at + 1)]
    if (at < 1 || column === '') throw usageError(`${this.usage}: “${map}” is not FLAG=COLUMN.`)
    const target = this.#target(flag)
    if (target === undefined) {
      throw usageError(`${this.usage}: “${flag}” is no argument, flag or field of this command.`, {
        hint: `There are ${this.names().join(', ')}.`,
      })
    }
    this.#mapped.set(column, target)
  }
}

function namesOf(name: string, parameter: Parameter): string[] {
  const written = writtenName(parameter)
  return [name, written, ...(parameter.many ? [name.replace(/s$/, ''), written.replace(/s$/, '')] : [])]
}

function writtenName({usage}: Parameter): string {
  return usage.replace(/^--|\.\.\.$/g, '').toLowerCase()
}

function plain(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase()
}

function safeSteps(path: string): string[] {
  try {
    return stepsOf(path).map(String)
  } catch {
    return []
  }
}
