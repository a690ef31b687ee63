import {type InputReader} from '../../../input/read-value.ts'
import {csvSource} from './csv-source.ts'
import {type FilingSource} from './filing-source.ts'
import {yamlSource} from './yaml-source.ts'

/** Reads a file of filings: CSV and JSON by their names, YAML else; `-` is standard input. Throws usage errors. */
export async function readSource(path: string, input: InputReader, usage = 'FILES'): Promise<FilingSource> {
  const isInput = path === '-'
  const text = isInput ? await input.standardInput(usage) : await input.file(path, usage)
  return sourceOf(text, isInput ? 'standard input' : path)
}

/** A text of filings as the name of its file says. */
export function sourceOf(text: string, file: string): Promise<FilingSource> {
  if (/\.csv$/i.test(file)) return csvSource(text, file)
  return yamlSource(text, file, {json: /\.json$/i.test(file)})
}
