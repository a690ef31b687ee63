import {type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {locateJsonFault} from '../profile/json-position.ts'

/** Parses JSON. Throws a usage error that names the source, the line and the column, and shows the spot. */
export function parseJson(text: string, source: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch (error) {
    const {line, column, reason} = locateJsonFault(text, error as SyntaxError)
    throw malformed('JSON', source, {line, column, reason}, text)
  }
}

export interface YamlOptions {
  /** Numbers stay text as it was written: a postal code or tax id may begin with 0. */
  numbersAsText?: boolean
}

/** Parses YAML, of which JSON is a part. Throws the same errors. */
export async function parseYaml(
  text: string,
  source: string,
  {numbersAsText = false}: YamlOptions = {},
): Promise<JsonValue> {
  const {parseDocument, visit} = await import('yaml')
  const document = parseDocument(text, {prettyErrors: false})
  const [error] = document.errors
  if (numbersAsText)
    visit(document, {Scalar: (_, node) => void (typeof node.value === 'number' && (node.value = node.source))})
  if (error === undefined) return (document.toJS({maxAliasCount: 100}) ?? null) as JsonValue
  const before = text.slice(0, error.pos[0])
  const column = before.length - before.lastIndexOf('\n')
  throw malformed('YAML', source, {line: before.split('\n').length, column, reason: error.message}, text)
}

const excerptWidth = 60

function malformed(
  language: string,
  source: string,
  {line, column, reason}: {line: number; column: number; reason: string},
  text: string,
) {
  const whole = text.split('\n')[line - 1] ?? ''
  const start = Math.max(0, column - 1 - excerptWidth / 2)
  const excerpt = whole
    .slice(start, start + excerptWidth)
    .replaceAll('\t', ' ')
    .trimEnd()
  return usageError(`${source} is not ${language}: line ${line}, column ${column}: ${reason}`, {
    code: `malformed-${language.toLowerCase()}`,
    details: excerpt === '' ? [] : [excerpt, `${' '.repeat(column - 1 - start)}^`],
  })
}
