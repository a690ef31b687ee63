import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {setField} from '../input/fields.ts'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type InputReader} from '../input/read-value.ts'
import {type Fallback, type Parameter, type Parameters} from '../parameter.ts'
import {type Schema} from '../schema.ts'
import {argumentName, flagName, valueName} from '../surface.ts'

/** What the parser made of the command line: text, not yet checked. */
export interface Typed {
  args: Readonly<Record<string, unknown>>
  flags: Readonly<Record<string, unknown>>
}

export interface ValueSources {
  input: InputReader
  /** The profile's account or user, or what the token says; undefined when neither is known. */
  fallback: (fallback: Fallback) => Promise<string | undefined>
  /** Asks for a missing value, or several, and gives back what was typed; left out where nobody can be asked. */
  ask?: Ask | undefined
  /** Checked values, by name, that hold where nothing was typed: a file's. */
  given?: Readonly<Record<string, unknown>> | undefined
  /** Makes the whole body of the part that was typed; without it, what was typed is the whole. */
  body?: BodySource | undefined
  /** Whether values may be missing still: rows bring them. */
  partial?: boolean
}

export interface BodySource {
  /** Whether it can do with no part at all. */
  mayBegin: boolean
  /** Gets the part, and all other values. */
  whole(part: JsonValue | undefined, values: Readonly<Record<string, unknown>>): Promise<JsonValue>
}

export type Ask = (parameter: Parameter, name: string) => Promise<string | string[]>

/**
 * Checks what was typed and completes it from defaults, the profile and prompts.
 * Throws one usage error that names everything that is wrong or missing.
 */
export async function collectValues(
  parameters: Parameters,
  typed: Typed,
  sources: ValueSources,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  const problems: CliError[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    try {
      values[name] = (await typedValue(name, parameter, typed, sources)) ?? sources.given?.[name]
    } catch (error) {
      problems.push(...problemsOf(error))
    }
  }
  if (problems.length === 0) problems.push(...conflicts(parameters, values, sources.partial))
  if (problems.length > 0) throw new Problems(problems)
  if (sources.partial === true) return values
  return sources.body === undefined
    ? complete(parameters, values, sources)
    : withBody(sources.body, parameters, values, sources)
}

/** The values with a body that is made of what was given of it when all the others are there. */
async function withBody(
  source: BodySource,
  parameters: Parameters,
  given: Readonly<Record<string, unknown>>,
  sources: ValueSources,
): Promise<Record<string, unknown>> {
  const [name, parameter] = Object.entries(parameters).find(([, {kind}]) => kind === 'body')!
  const presence = source.mayBegin ? 'optional' : parameter.presence
  const {[name]: part, ...others} = await complete({...parameters, [name]: {...parameter, presence}}, given, sources)
  return {...others, [name]: await source.whole(part as JsonValue | undefined, others)}
}

/** Fills in defaults, what follows from other values, and fallbacks; asks for the rest, or says what is missing. */
export async function complete(
  parameters: Parameters,
  given: Readonly<Record<string, unknown>>,
  sources: Pick<ValueSources, 'fallback'> & Partial<ValueSources>,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {...given}
  const missing: Parameter[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    values[name] ??= parameter.default ?? parameter.derived?.(values)
    values[name] ??= parameter.fallback && (await sources.fallback(parameter.fallback))
    if (values[name] !== undefined || parameter.presence === 'optional') continue
    if (sources.ask && sources.input)
      values[name] = await answered(parameter, await sources.ask(parameter, name), sources.input)
    else missing.push(parameter)
  }
  const choices = unmadeChoices(parameters, values)
  if (missing.length === 0 && choices.length === 0) return values
  const names = [...missing.map(nameOf), ...choices.map((choice) => choice.map(nameOf).join(' or '))]
  throw usageError(`Missing ${names.join(', ')}.`, {
    code: 'missing-value',
    details: [...missing, ...choices.flat()].map((parameter) => `${parameter.usage}: ${parameter.summary}`),
    hint: fallbackHint(missing),
  })
}

/** Parameters of which one must be given, where none is. */
function unmadeChoices(parameters: Parameters, values: Readonly<Record<string, unknown>>): Parameter[][] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const names = [name, ...(parameter.orElse ?? [])]
    if (parameter.orElse === undefined || names.some((one) => values[one] !== undefined)) return []
    return [names.flatMap((one) => parameters[one] ?? [])]
  })
}

function nameOf(parameter: Parameter): string {
  if (parameter.kind === 'body') return parameter.many ? '--body or --edit' : '--body, --edit or -F'
  return parameter.usage.startsWith('--') ? parameter.usage : argumentName(parameter)
}

/** What was typed at a prompt; a secret there is no reference to a file or a variable. */
async function answered(parameter: Parameter, answer: string | string[], input: InputReader): Promise<unknown> {
  return parameter.kind === 'secret' ? answer : checked(parameter, [answer].flat(), input)
}

function fallbackHint(missing: readonly Parameter[]): string | undefined {
  const scope = missing.find((parameter) => parameter.fallback !== undefined)
  return scope && `Give ${scope.usage}, or set it once: commsctl config set ${scope.fallback} ${valueName(scope)}`
}

async function typedValue(
  name: string,
  parameter: Parameter,
  typed: Typed,
  {input, body, partial}: ValueSources,
): Promise<unknown> {
  if (parameter.kind === 'body') return bodyValue(parameter, typed, input, body !== undefined || partial === true)
  const isFlag = parameter.usage.startsWith('--')
  const raw = isFlag ? typed.flags[flagName(parameter)] : typed.args[name]
  if (raw === undefined) return undefined
  if (parameter.kind === 'boolean') return raw
  const list = (Array.isArray(raw) ? raw : [raw]) as string[]
  return list.length === 0 ? undefined : checked(parameter, list, input)
}

async function checked(parameter: Parameter, list: readonly string[], input: InputReader): Promise<unknown> {
  // Side by side: some stand for files.
  const checks = await Promise.allSettled(list.map(async (text): Promise<unknown> => parameter.check(text, input)))
  const problems = checks.flatMap((check) => (check.status === 'rejected' ? problemsOf(check.reason) : []))
  if (problems.length > 0) throw new Problems(problems)
  const results = checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : []))
  if (parameter.kind === 'filter') return filterValues(results as [string, string][])
  if (!parameter.many) return results[0]
  return parameter.kind === 'phone' ? [...new Set(results.flat())] : results.flat()
}

function filterValues(pairs: readonly [string, string][]): Record<string, string> {
  const keys = pairs.map(([key]) => key)
  const twice = keys.find((key, index) => keys.indexOf(key) < index)
  if (twice === undefined) return Object.fromEntries(pairs)
  throw usageError(`--filter: “${twice}” is given twice, and the service takes one value of it.`)
}

/** `--body`, with each `--field` set over it. A part may lack fields that the whole needs. */
async function bodyValue(parameter: Parameter, typed: Typed, input: InputReader, isPart: boolean): Promise<unknown> {
  const {schema = {}} = parameter
  const text = typed.flags['body'] as string | undefined
  const fields = (typed.flags['field'] ?? []) as string[]
  if (text === undefined && fields.length === 0) return undefined
  const body = text === undefined ? {} : ((await parameter.check(text, input)) as JsonValue)
  for (const field of fields) {
    const [path, value] = await input.field(field, schema)
    setField(body as JsonObject, path, value)
  }
  await checkBody(body, isPart ? {...schema, required: []} : schema, input)
  return body
}

/** Throws a usage error for what a body lacks or has wrong, by the paths of the fields. `before`: what it was made of. */
export async function checkBody(
  body: JsonValue,
  schema: Schema,
  input: InputReader,
  before?: JsonValue,
): Promise<void> {
  const {required = []} = schema
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  const absent = isObject ? required.filter((name) => body[name] == null) : []
  const others = {...schema, required: []}
  if (absent.length === 0) return input.checkSchema(body, '--body', others, before)
  const lacking = usageError(`The body lacks ${absent.join(', ')}.`, {
    details: await input.unknownIn(body, schema),
    hint: `Add for example -F ${absent[0]}=VALUE.`,
  })
  throw new Problems([lacking, ...(await input.refuseFaults(body, '--body', others).then(() => [], problemsOf))])
}

function conflicts(parameters: Parameters, values: Readonly<Record<string, unknown>>, partial = false): CliError[] {
  const usage = (name: string) => parameters[name]?.usage ?? name
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (values[name] === undefined) return []
    const clash = parameter.excludes?.find((other) => values[other] !== undefined)
    const absent = partial ? undefined : parameter.needs?.find((other) => values[other] === undefined)
    return [
      ...(clash === undefined ? [] : [usageError(`${parameter.usage} and ${usage(clash)} cannot be given together.`)]),
      ...(absent === undefined ? [] : [usageError(`${parameter.usage} needs ${usage(absent)}, too.`)]),
    ]
  })
}

/** Everything that is wrong with the values, as one usage error. */
class Problems extends CliError {
  constructor(readonly problems: readonly CliError[]) {
    const [first] = problems
    const single = problems.length === 1 ? first : undefined
    super(single?.message ?? `${problems.length} values are not right.`, {
      code: first?.code ?? 'usage',
      exit: ExitCode.Usage,
      details: single?.details ?? problems.flatMap(({message, details}) => [message, ...details]),
      hint: problems.find(({hint}) => hint)?.hint,
    })
  }
}

/** The problems that an error stands for; anything but a usage error is thrown on. */
export function problemsOf(error: unknown): readonly CliError[] {
  if (error instanceof Problems) return error.problems
  if (error instanceof CliError && error.exit === ExitCode.Usage) return [error]
  throw error
}
