import type * as Yaml from 'yaml'
import {type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {locateJsonFault} from '../profile/json-position.ts'
import {type Schema, schemaAt, type Step, takesOnlyText} from '../schema.ts'

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
  /** Numbers stay text as it was written, everywhere or where the schema takes only text: a postal code may begin with 0. */
  numbersAsText?: boolean
  schema?: Schema | undefined
}

/** Parses YAML, of which JSON is a part. Throws the same errors. */
export async function parseYaml(text: string, source: string, options: YamlOptions = {}): Promise<JsonValue> {
  return valueOf(await parseYamlDocument(text, source, options))
}

/** What a document of YAML holds. */
export function valueOf(document: Yaml.Document.Parsed): JsonValue {
  return (document.toJS({maxAliasCount: 100}) ?? null) as JsonValue
}

/** YAML with the places of its values. Throws the same errors. */
export async function parseYamlDocument(
  text: string,
  source: string,
  {numbersAsText = false, schema}: YamlOptions = {},
): Promise<Yaml.Document.Parsed> {
  const {isPair, isSeq, parseDocument, visit} = await import('yaml')
  const document = parseDocument(text, {prettyErrors: false})
  const [error] = document.errors
  if (error !== undefined) {
    const before = text.slice(0, error.pos[0])
    const column = before.length - before.lastIndexOf('\n')
    throw malformed('YAML', source, {line: before.split('\n').length, column, reason: error.message}, text)
  }
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (typeof node.value !== 'number') return
      if (numbersAsText || takesOnlyText(schemaAt(schema, stepsTo(key, ancestors, {isPair, isSeq}))))
        node.value = node.source
    },
  })
  return document
}

/** The way from the top of a document to a value of it. `key` is its index where it is an element. */
function stepsTo(
  key: unknown,
  ancestors: readonly unknown[],
  {isPair, isSeq}: Pick<typeof Yaml, 'isPair' | 'isSeq'>,
): Step[] {
  return ancestors.flatMap((node, at): Step[] => {
    const next = ancestors[at + 1]
    if (isPair(node)) return [String((node.key as Yaml.Scalar).value)]
    if (isSeq(node)) return [next === undefined ? Number(key) : node.items.indexOf(next)]
    return []
  })
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
