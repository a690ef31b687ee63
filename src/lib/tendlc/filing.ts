import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {didYouMean} from '../did-you-mean.ts'
import {usageError} from '../errors.ts'
import {type InputReader} from '../input/read-value.ts'
import {parameter, type Parameters} from '../parameter.ts'
import {boolean} from '../parameters.ts'

/** What both registrations take besides their fields. */
export const filingParameters = {
  from_file: parameter<string, '--from-file', {in: 'local'; valueName: string}>(
    '--from-file',
    'take the fields from a YAML or JSON filing; flags go before it; - is standard input',
    {in: 'local', valueName: 'FILE'},
    {kind: 'file', check: (typed) => typed},
  ),
  wait: boolean('--wait', 'wait until it is decided, at most as long as --timeout says', {in: 'local'}),
}

/**
 * One part of a filing, a YAML or JSON file with `brand:` and `campaign:` (or `campaigns:` with one entry). The fields have
 * the wire's names; `sample_messages:` is a list. `-` reads standard input. Gives back checked values by parameter name.
 * Throws a usage error for a file that lacks the part, and for fields that are unknown or wrong.
 */
export async function readFiling(
  path: string,
  part: 'brand' | 'campaign',
  parameters: Parameters,
  input: InputReader,
): Promise<Record<string, unknown>> {
  const filing = asObject(await input.structured(path, '--from-file'), path)
  const fields = asObject(partOf(filing, part, path), `${path}: ${part}`)
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const parameter = parameters[name]
    const where = `${path}: ${part}.${name}`
    if (parameter === undefined) throw unknownField(where, name, Object.keys(parameters))
    if (value !== null) values[name] = await checked(parameter, value, where, input)
  }
  return values
}

function partOf(filing: JsonObject, part: 'brand' | 'campaign', path: string): JsonValue {
  const {campaigns} = filing
  if (part === 'campaign' && Array.isArray(campaigns)) {
    if (campaigns.length === 1) return campaigns[0]!
    throw usageError(`${path} holds ${campaigns.length} campaigns.`, {
      hint: 'Register them one at a time: one campaign: in a file.',
    })
  }
  const found = filing[part]
  if (found !== undefined) return found
  throw usageError(`${path} has no “${part}:”.${didYouMean(part, Object.keys(filing))}`, {
    hint: `Write the fields below ${part}:, with the wire's names.`,
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
  if (typeof value === 'object') throw usageError(`${where} must be text.`)
  const text = String(value)
  if (parameter.kind === 'text') return text.trim()
  try {
    return await parameter.check(text, input)
  } catch (error) {
    throw error instanceof Error ? usageError(error.message.replace(parameter.usage, where)) : error
  }
}

function unknownField(where: string, name: string, known: readonly string[]) {
  return usageError(`${where} is no field of it.${didYouMean(name, known)}`, {
    code: 'unknown-field',
    hint: `Fields: ${known.join(', ')}`,
  })
}

function asObject(value: JsonValue, where: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw usageError(`${where} is not a set of fields.`)
}
