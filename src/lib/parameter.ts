import {type JsonValue} from './client/wire.ts'
import {type InputReader} from './input/read-value.ts'
import {type Lookup} from './operation/lookup.ts'
import {type Listing} from './operation/near-names.ts'
import {type Schema} from './schema.ts'

/**
 * Where a value goes in the request. Left out, a name in the request line's path goes there,
 * and any other into the query of a GET, HEAD or DELETE and into the body of the rest.
 */
export type Place = 'host' | 'path' | 'path suffix' | 'query' | 'body' | 'local' | `header ${string}`

/** Whether a value is always there: given by the caller, filled in from a default or the profile, or maybe missing. */
export type Presence = 'required' | 'filled' | 'optional'

/** The setting that a value comes from where it is left out; some are found out where they are not set, either. */
export type Fallback = 'account' | 'user' | 'murano_email' | 'murano_business' | 'murano_solution' | 'murano_product'

/** One parameter of a call or a command: what people type, how it is checked, where it goes. `name` on the wire is its key. */
export interface Parameter<
  T = unknown,
  P extends Presence = Presence,
  L extends Place | undefined = Place | undefined,
> {
  /** `NAME`, `NAMES...` (arguments) or `--name`. */
  readonly usage: string
  readonly summary: string
  readonly kind: Kind
  readonly presence: P
  /** Whether it holds an array. */
  readonly many: boolean
  readonly place: L
  readonly default?: T
  readonly fallback?: Fallback
  /** Of a name that people give: how the service's id for it is found, which is what is sent. */
  readonly lookup?: Lookup
  /** Of a name: what there is, for advice where nothing is called so. */
  readonly listing?: Listing
  /** What holds where nothing is given, made of the call's other values. */
  derived?(values: Readonly<Record<string, unknown>>): T | undefined
  readonly options?: readonly string[]
  /** Of a JSON value: what it holds. */
  readonly schema?: Schema
  /** Of filters: those by names that the service does not know, which are not among `options`, are applied here. */
  readonly othersHere?: true
  /** Of a body that is an array: an object is one element of it. */
  readonly orAlone?: true
  /** Of a body: what it may hold hangs on the call's other values, so that there is no template of it. */
  readonly ofAnyForm?: true
  /** Of a value that is not sent: a list keeps the rows that have it under this name, anywhere inside. */
  readonly keeps?: string
  readonly char?: string
  /** What the flag's value is called in help. */
  readonly valueName?: string
  /** What the flag alone stands for, where its value may be left out. */
  readonly bare?: string
  /** Wire names of parameters that may not be given beside this one. */
  readonly excludes?: readonly string[]
  /** Wire names of parameters that must be given with this one. */
  readonly needs?: readonly string[]
  /** Whether an argument may be a secret, going by the one before it: then nothing shows it to others. */
  conceals?(typed: string, before: string): boolean
  /** Of a switch that has the command go on until it is stopped: no tool has it. */
  readonly endless?: true
  /** Wire names of parameters of which one must be given where this one is not. */
  readonly orElse?: readonly string[]
  /** Turns the checked value, and where it needs them the call's other values, into named body values. */
  spread?(value: T, values: Readonly<Record<string, unknown>>): Record<string, JsonValue>
  /** What of the value goes into the query instead, as its names and values; null is a name alone. */
  query?(value: T): Readonly<Record<string, JsonValue>>
  /** Checks what was typed; many-valued parameters get their values one at a time, and each may stand for several. */
  check(text: string, input: InputReader): unknown
}

export type Kind =
  | 'text'
  | 'uuid'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'url'
  | 'email'
  | 'phone'
  | 'json'
  | 'choice'
  | 'filter'
  | 'secret'
  | 'file'
  | 'body'

export type Parameters = Readonly<Record<string, Parameter>>

export type Name = `--${string}` | Uppercase<string>

export interface Options<T> {
  in?: Place
  required?: boolean
  default?: T
  fallback?: Fallback
  lookup?: Lookup
  listing?: Listing
  derived?(values: Readonly<Record<string, unknown>>): T | undefined
  char?: string
  valueName?: string
  bare?: string
  excludes?: readonly string[]
  needs?: readonly string[]
  keeps?: string
  endless?: true
  orElse?: readonly string[]
  spread?(value: T, values: Readonly<Record<string, unknown>>): Record<string, JsonValue>
  query?(value: T): Readonly<Record<string, JsonValue>>
}

export type PresenceOf<U extends string, O> = O extends {required: true}
  ? O extends {fallback: Fallback}
    ? 'filled'
    : 'required'
  : O extends {default: unknown}
    ? 'filled'
    : O extends {required: false}
      ? 'optional'
      : U extends `--${string}`
        ? 'optional'
        : O extends {fallback: Fallback}
          ? 'filled'
          : 'required'

export type PlaceOf<O> = O extends {in: infer L extends Place} ? L : undefined

/** The values a command or a call works with once they are complete. */
export type Values<P extends Parameters> = {
  [K in keyof P as P[K] extends Parameter<unknown, 'required' | 'filled'> ? K : never]: ValueOf<P[K]>
} & {
  [K in keyof P as P[K] extends Parameter<unknown, 'required' | 'filled'> ? never : K]?: ValueOf<P[K]> | undefined
}

/** What a caller hands in: defaults and the profile fill in the rest. */
export type Inputs<P extends Parameters> = {
  [K in keyof P as P[K] extends Parameter<unknown, 'required'> ? K : never]: ValueOf<P[K]>
} & {
  [K in keyof P as P[K] extends Parameter<unknown, 'required'> ? never : K]?: ValueOf<P[K]> | undefined
}

type ValueOf<P> = P extends Parameter<infer T> ? T : never

/** What a kind of parameter adds to what a command says of it. */
type Spec<T> = Pick<Parameter<T>, 'kind' | 'check'> &
  Partial<Pick<Parameter<T>, 'options' | 'many' | 'schema' | 'othersHere' | 'orAlone' | 'ofAnyForm'>>

/** Makes a parameter of what a command says of it and what its kind does. */
export function parameter<T, const U extends Name, const O extends Options<T>>(
  usage: U,
  summary: string,
  options: O,
  spec: Spec<T>,
): Parameter<T, PresenceOf<U, O>, PlaceOf<O>> {
  const {in: place, required, ...rest} = options
  const isFlag = usage.startsWith('--')
  const mustHave = required ?? !isFlag
  const filled = options.default !== undefined || (mustHave && options.fallback !== undefined)
  const presence: Presence = filled ? 'filled' : mustHave ? 'required' : 'optional'
  return {
    usage,
    summary,
    many: false,
    ...rest,
    ...spec,
    presence,
    place,
  } as unknown as Parameter<T, PresenceOf<U, O>, PlaceOf<O>>
}

/** The same parameter, but one that must be given. */
type AsRequired<X> = X extends Parameter<infer T, Presence, infer L> ? Parameter<T, 'required', L> : never

/** The parameters with some that must be given, whatever their declaration says; typed so where the names are known. */
export function withRequired<P extends Parameters, const N extends string>(
  parameters: P,
  names: readonly N[],
): {[K in keyof P]: string extends N ? P[K] : K extends N ? AsRequired<P[K]> : P[K]} {
  const required = names.flatMap((name) =>
    parameters[name] ? [[name, {...parameters[name], presence: 'required'}]] : [],
  )
  return {...parameters, ...(Object.fromEntries(required) as object)} as ReturnType<typeof withRequired<P, N>>
}

/** The parameters with values for some that hold where none is given. */
export function withDefaults<P extends Parameters>(parameters: P, defaults: {[K in keyof P]?: unknown}): P {
  const filled = Object.entries(defaults).map(([name, value]) => [
    name,
    {...parameters[name], default: value, presence: 'filled'},
  ])
  return {...parameters, ...(Object.fromEntries(filled) as Partial<P>)}
}
