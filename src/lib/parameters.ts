import {type JsonValue} from './client/wire.ts'
import {didYouMean} from './did-you-mean.ts'
import {usageError} from './errors.ts'
import {checkFilter} from './input/check-filter.ts'
import {checkDate, checkDuration, checkEmail, checkInteger, checkUrl, checkUuid} from './input/checks.ts'
import {parameter, type Fallback, type Name, type Options, type Place} from './parameter.ts'
import {oneOrSeveral, type Schema} from './schema.ts'

/** A string. `-` reads it from standard input. */
export function text<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'text',
    check: (typed, input) => (typed === '-' ? input.standardInput(usage) : notEmpty(typed, usage)),
  })
}

/** Prose that people keep in files: `-` reads standard input, `@FILE` a file, `@@` stands for a leading `@`. */
export function prose<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'text',
    check: async (typed, input) => (await input.value(typed, usage)).trimEnd(),
  })
}

/** Several strings: the flag repeats. */
export function texts<const U extends Name, const O extends Options<string[]> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string[], U, O>(usage, summary, options ?? ({} as O), {
    kind: 'text',
    many: true,
    check: (typed) => notEmpty(typed, oneOf(usage)),
  })
}

export function uuid<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'uuid',
    check: (typed) => checkUuid(typed, usage),
  })
}

/** Several uuids, as arguments or a repeated flag. */
export function uuids<const U extends Name, const O extends Options<string[]> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string[], U, O>(usage, summary, options ?? ({} as O), {
    kind: 'uuid',
    many: true,
    check: (typed) => checkUuid(typed, oneOf(usage)),
  })
}

export function integer<const U extends Name, const O extends Options<number> & {min?: number; max?: number} = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  const {min, max, ...rest} = options ?? ({} as O)
  return parameter<number, U, O>(usage, summary, rest as unknown as O, {
    kind: 'integer',
    check: (typed) => checkInteger(typed, usage, {min, max}),
  })
}

/** `--name` and `--no-name`; sent when given, or when it has a default. */
export function boolean<const U extends `--${string}`, const O extends Options<boolean> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<boolean, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'boolean',
    check: (typed) => typed === 'true',
  })
}

export function date<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'date',
    check: (typed) => checkDate(typed, usage),
  })
}

/** A length of time such as `30s` or `1.5h`, in milliseconds; `check` may ask for more. */
export function duration<const U extends Name, const O extends Options<number> = object>(
  usage: U,
  summary: string,
  options?: O,
  check = checkDuration,
) {
  return parameter<number, U, O>(
    usage,
    summary,
    {valueName: 'TIME', ...(options ?? ({} as O))},
    {
      kind: 'text',
      check: (typed) => check(typed, usage),
    },
  )
}

export function url<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'url',
    check: (typed) => checkUrl(typed, usage),
  })
}

export function email<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'email',
    check: (typed) => checkEmail(typed, usage),
  })
}

/** Several addresses: the flag repeats. */
export function emails<const U extends Name, const O extends Options<string[]> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string[], U, O>(usage, summary, options ?? ({} as O), {
    kind: 'email',
    many: true,
    check: (typed) => checkEmail(typed, oneOf(usage)),
  })
}

/** One of the values named. */
export function choice<const U extends Name, const V extends string, const O extends Options<V> = object>(
  usage: U,
  summary: string,
  values: readonly V[],
  options?: O,
) {
  return parameter<V, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'choice',
    options: values,
    check: (typed) => {
      const match = values.find((value) => value.toLowerCase() === typed.toLowerCase())
      if (match !== undefined) return match
      throw usageError(`${usage}: “${typed}” is not one of ${values.join(', ')}.${didYouMean(typed, values)}`)
    },
  })
}

/** A phone number in any usual form; sent in E.164. */
export function phoneNumber<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'phone',
    check: async (typed) => (await import('./numbers/phone-number.ts')).toE164(typed, usage),
  })
}

/** Phone numbers as arguments or a repeated flag; `-` reads them from standard input, `@FILE` from a file. */
export function phoneNumbers<const U extends Name, const O extends Options<string[]> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string[], U, O>(usage, summary, options ?? ({} as O), {
    kind: 'phone',
    many: true,
    check: async (typed, input) => (await import('./numbers/number-list.ts')).readNumbers(typed, oneOf(usage), input),
  })
}

/** A JSON value: as text, `@FILE` or `-`; checked where a schema says what it holds. */
export function json<const U extends Name, const O extends Options<JsonValue> & {schema?: Schema} = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<JsonValue, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'json',
    check: (typed, input) => input.checkedJson(typed, usage, options?.schema),
  })
}

/** Several JSON objects: the flag repeats, or holds an array. The schema is that of one of them. */
export function jsons<const U extends Name, const O extends Options<JsonValue[]> & {schema?: Schema} = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<JsonValue[], U, O>(usage, summary, options ?? ({} as O), {
    kind: 'json',
    many: true,
    check: async (typed, input) => {
      const value = await input.checkedJson(typed, usage, options?.schema && oneOrSeveral(options.schema))
      // Of things that are arrays themselves, one alone is no list of them.
      const isOne = options?.schema?.type === 'array' && !(value as JsonValue[]).every(Array.isArray)
      return isOne ? [value] : value
    },
  })
}

/** A password, token or client secret: `-`, `@FILE`, `env:NAME`, or asked for on a terminal. */
export function secret<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'secret',
    check: (typed, input) => input.secret(typed, usage),
  })
}

/** The path of a file that is sent as it is. */
export function file<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(usage, summary, options ?? ({} as O), {
    kind: 'file',
    check: async (typed) => (await import('./input/readable-file.ts')).checkReadable(typed, usage),
  })
}

/** The path of a file whose content is read here, or `-` for standard input. */
export function inputFile(summary: string) {
  return parameter<string, 'FILE', {in: 'local'}>(
    'FILE',
    `${summary}; - reads standard input`,
    {in: 'local'},
    {
      kind: 'file',
      check: async (typed) =>
        typed === '-' ? typed : (await import('./input/readable-file.ts')).checkReadable(typed, 'FILE'),
    },
  )
}

/** The path of a file or folder to write to; `-` stands for standard output. */
export function destination<const U extends Name, const O extends Options<string> = object>(
  usage: U,
  summary: string,
  options?: O,
) {
  return parameter<string, U, O>(
    usage,
    summary,
    {valueName: 'PATH', ...(options ?? ({} as O))},
    {kind: 'text', check: (typed) => notEmpty(typed, usage)},
  )
}

/**
 * `--filter KEY=VALUE`, repeated: exact matches that the service makes; each becomes a query value of that name. With
 * `others: 'here'`, only the known keys are sent; for others, all rows are fetched and compared here, as `--where` does.
 */
export function filters(known: readonly string[] = [], {others}: {others?: 'here'} = {}) {
  const summary =
    others === undefined
      ? `let the service select rows with this exact value (repeat for more)${knownKeys(known)}`
      : `keep rows with this exact value, of a field however deep (repeat for more)`
  return parameter<Record<string, string>, '--filter', object>(
    '--filter',
    summary,
    {valueName: 'KEY=VALUE'},
    {
      kind: 'filter',
      many: true,
      ...(others === 'here' && {othersHere: true, options: known}),
      check: (typed) => checkFilter(typed, others === undefined ? known : []),
    },
  )
}

function knownKeys(known: readonly string[]): string {
  return known.length === 0 ? '' : `; known keys: ${known.join(', ')}`
}

/** `--account`, or the profile's account, or the one that the token names. */
export function account<const O extends {in?: Place; required?: false} = object>(options?: O) {
  return uuid('--account', 'account to act on; the profile’s if left out', scope('account', options))
}

/** `--user`, or the user of the token. */
export function user<const O extends {in?: Place; required?: false} = object>(options?: O) {
  return uuid('--user', 'user to act for; the one of the token if left out', scope('user', options))
}

function scope<const O extends object, F extends Fallback>(fallback: F, options?: O) {
  return {required: true, ...options, fallback} as unknown as Omit<{required: true; fallback: F}, keyof O> & O
}

function notEmpty(typed: string, usage: string): string {
  if (typed.trim() !== '') return typed
  throw usageError(`${usage} is empty.`)
}

/** What one value of several is called: `NUMBERS` for `NUMBERS...`. */
function oneOf(usage: string): string {
  return usage.replace(/\.\.\.$/, '')
}
