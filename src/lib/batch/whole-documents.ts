import {type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {elementLines} from '../input/element-lines.ts'
import {parseJson, parseYaml} from '../input/json-value.ts'
import {type RowFile} from './read-rows.ts'

interface Element {
  line: number
  value: JsonValue
}

/** The elements of a JSON array or a YAML list, with the lines that they begin on. */
export async function elements(text: string, {name, format}: RowFile): Promise<Element[]> {
  // Numbers of YAML are text, as they were written: one of a phone or a postal code is no amount.
  const value = format === 'json' ? parseJson(text, name) : await parseYaml(text, name, {numbersAsText: true})
  if (!Array.isArray(value)) throw usageError(`${name} is not a list of rows.`, {code: 'bad-row'})
  const lines = format === 'json' ? elementLines(text) : await yamlLines(text)
  return value.map((element, at) => ({line: lines[at] ?? 1, value: element}))
}

async function yamlLines(text: string): Promise<number[]> {
  const {isNode, isSeq, LineCounter, parseDocument} = await import('yaml')
  const lineCounter = new LineCounter()
  const {contents} = parseDocument(text, {lineCounter})
  if (!isSeq(contents)) return []
  return contents.items.map((item) => lineCounter.linePos(isNode(item) ? (item.range?.[0] ?? 0) : 0).line)
}
