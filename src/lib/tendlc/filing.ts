import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {CliError, usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {parameter, type Parameters} from '../parameter.ts'
import {boolean} from '../parameters.ts'
import {sampleNames, samplesOf} from './campaign.ts'

/** What both registrations take besides their fields. */
export const filingParameters = {
  from_file: parameter<string, '--from-file', {in: 'local'; valueName: string}>(
    '--from-file',
    'take the fields from a YAML or JSON filing; flags go before it; - is standard input',
    {in: 'local', valueName: 'FILE'},
    {kind: 'file', check: (typed) => typed},
  ),
  lint: boolean('--lint', 'look first whether it would be rejected, and stop if so', {in: 'local', default: true}),
}

/**
 * One part of a filing, a YAML or JSON file with `brand:` and `campaign:` (or `campaigns:` with one entry). The fields have
 * the wire's names; `sample_messages:` is a list. `-` reads standard input. Gives back checked values by parameter name.
 * Throws one usage error for a file that lacks the part, and for all fields that are unknown or wrong.
 */
export async function readFiling(
  path: string,
  part: 'brand' | 'campaign',
  parameters: Parameters,
  input: InputReader,
): Promise<Record<string, unknown>> {
  const source = path === '-' ? 'standard input' : path
  const filing = asObject(await input.structured(path, '--from-file'), source)
  const fields = filingOf(asObject(partOf(filing, part, source), `${source}: ${part}`))
  return filingValues(fields, {path: part, source}, parameters, input)
}

/** What a filing of a campaign has besides what is registered: the numbers that are to be in it. */
const besides = 'numbers'

/** Checked values of a part's fields, by parameter name. Throws one usage error for all that is unknown or wrong. */
export async function filingValues(
  fields: Readonly<Record<string, JsonValue | undefined>>,
  {path, source}: {path: string; source: string},
  parameters: Parameters,
  input: InputReader,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  const problems: CliError[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (name === besides && path.startsWith('campaign')) continue
    try {
      if (value != null) values[name] = await fieldValue(parameters, name, value, `${source}: ${path}.${name}`, input)
    } catch (error) {
      if (!(error instanceof CliError)) throw error
      problems.push(error)
    }
  }
  if (problems.length > 0) throw allOf(problems, source)
  return values
}

/** Fields as a filing has them: the sample messages as one list. */
export function filingOf(fields: JsonObject): JsonObject {
  const samples = samplesOf(fields)
  if (samples.length === 0) return fields
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    if (name === sampleNames.find((sample) => sample in fields)) return [['sample_messages', samples] as const]
    return sampleNames.some((sample) => sample === name) ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

function partOf(filing: JsonObject, part: 'brand' | 'campaign', source: string): JsonValue {
  const {campaigns} = filing
  if (part === 'campaign' && Array.isArray(campaigns)) {
    if (campaigns.length === 1) return campaigns[0]!
    throw usageError(`${source} holds ${campaigns.length} campaigns.`, {
      hint: 'Register them one at a time: one campaign: in a file.',
    })
  }
  const found = filing[part]
  if (found !== undefined) return found
  throw usageError(`${source} has no “${part}:”.${didYouMean(part, Object.keys(filing))}`, {
    hint: `Write the fields below ${part}:, with the wire's names.`,
  })
}

function fieldValue(
  parameters: Parameters,
  name: string,
  value: JsonValue,
  where: string,
  input: InputReader,
): Promise<unknown> {
  const parameter = parameters[name]
  if (parameter !== undefined) return checked(parameter, value, where, input)
  const known = Object.keys(parameters)
  throw usageError(`${where} is no field of it.${didYouMean(name, known)}`, {
    code: 'unknown-field',
    hint: `Fields: ${known.join(', ')}`,
  })
}

async function checked(
  parameter: Parameters[string],
  value: JsonValue,
  where: string,
  input: InputReader,
): Promise<unknown> {
  const isList = Array.isArray(value)
  if (isList !== parameter.many) throw usageError(`${where} must be ${parameter.many ? 'a list' : 'a single value'}.`)
  if (isList) return Promise.all(value.map((one) => checked({...parameter, many: false}, one, where, input)))
  if (parameter.kind === 'boolean') {
    if (typeof value === 'boolean') return value
    throw usageError(`${where} must be true or false.`)
  }
  if (typeof value === 'object' || typeof value === 'boolean') throw usageError(`${where} must be text.`)
  const text = String(value).trim()
  if (text === '') throw usageError(`${where} is empty.`)
  if (parameter.kind === 'text') return text
  try {
    return await parameter.check(text, input)
  } catch (error) {
    throw error instanceof Error ? usageError(error.message.replace(parameter.usage, where)) : error
  }
}

function allOf(problems: readonly CliError[], source: string): CliError {
  const [first] = problems
  if (problems.length === 1) return first!
  return usageError(`${source}: ${problems.length} fields are not right.`, {
    code: first!.code,
    details: problems.map(({message}) => message),
    hint: problems.find(({hint}) => hint !== undefined)?.hint,
  })
}

function asObject(value: JsonValue, where: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw usageError(`${where} is not a set of fields.`)
}
