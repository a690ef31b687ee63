import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type CliError, usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'
import {type Row} from './row.ts'
import {type RowFormat} from './row-format.ts'

/** A file of rows: where it is, what it is called in messages, how it is written. */
export interface RowFile {
  path: string
  name: string
  format: RowFormat
}

/** The column that a list has. */
export const listColumn = ''

/** Reads rows one after another and takes the digest of the file on the way. CSV, NDJSON and lists are never held whole. */
export class RowReader {
  readonly #hash = createHash('sha256')
  /** The columns that there are, as far as it was read: of CSV also those without a value. */
  readonly columns = new Set<string>()
  /** Records that were read, also those that are no row to do. */
  records = 0

  constructor(private readonly file: RowFile) {}

  /** Of all that was read. */
  digest(): string {
    return this.#hash.copy().digest('hex')
  }

  /** Throws a usage error for a file that is not what it should be. */
  async *rows(): AsyncGenerator<Row> {
    let number = 0
    for await (const record of this.#records()) {
      this.#see(Object.keys(record.cells))
      yield {number: ++number, ...record}
    }
  }

  #see(names: readonly string[]): void {
    for (const name of names) this.columns.add(name)
  }

  async *#records(): AsyncGenerator<Omit<Row, 'number'>> {
    switch (this.file.format) {
      case 'csv':
        yield* (await import('./csv-records.ts')).csvRecords(this.#text(), this.file.name, (names) => this.#see(names))
        return
      case 'json':
      case 'yaml':
        yield* this.#whole()
        return
      default:
        yield* this.#lines()
    }
  }

  async *#lines(): AsyncGenerator<Omit<Row, 'number'>> {
    let line = 0
    for await (const text of linesOf(this.#text())) {
      line += 1
      if (this.file.format === 'list') {
        for (const value of listed(text)) yield {line, cells: {[listColumn]: value}}
      } else if (text.trim() !== '') {
        const record = await this.#object(text, line)
        this.records += 1
        const cells = this.#cells(record, line)
        if (cells !== undefined) yield {line, cells, ...(this.#mayBeDone(record) && {mayBeDone: true})}
      }
    }
  }

  /** Of an outcome, the row that it is about, where that failed. */
  #cells(record: JsonObject, line: number): JsonObject | undefined {
    if (this.file.format !== 'outcomes') return record
    if (typeof record['done'] === 'boolean' && 'input' in record)
      return record['done'] ? undefined : asObject(record['input'] ?? null, this.file, line)
    throw usageError(`${this.file.name}: line ${line} is no outcome of a batch.`, {
      code: 'bad-row',
      hint: 'Give a file that --outcomes wrote.',
    })
  }

  #mayBeDone({outcome}: JsonObject): boolean {
    return this.file.format === 'outcomes' && (outcome === 'unknown' || outcome === 'pending')
  }

  async #object(text: string, line: number): Promise<JsonObject> {
    const {parseJson} = await import('../input/json-value.ts')
    return asObject(parseJson(text, `${this.file.name}: line ${line}`), this.file, line)
  }

  async *#whole(): AsyncGenerator<Omit<Row, 'number'>> {
    let text = ''
    for await (const piece of this.#text()) text += piece
    const {elements} = await import('./whole-documents.ts')
    for (const {line, value} of await elements(text, this.file)) yield {line, cells: asObject(value, this.file, line)}
  }

  async *#text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', {fatal: true})
    const {path, name} = this.file
    try {
      for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
        this.#hash.update(chunk)
        yield decoder.decode(chunk, {stream: true})
      }
      yield decoder.decode()
    } catch (error) {
      if (error instanceof TypeError) throw unreadable(`${name} is not UTF-8 text.`, error)
      throw unreadable(`${name} cannot be read: ${fileFault(error)}.`, error)
    }
  }
}

function unreadable(message: string, cause: unknown): CliError {
  return usageError(message, {code: 'unreadable-file', cause})
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/** The values of a line: commas between them, `#` begins a comment. */
function listed(line: string): string[] {
  const values = line
    .replace(/^\uFEFF/, '')
    .replace(/#.*/, '')
    .split(/[,;\t]/)
  return values.map((value) => value.trim().replace(/^"(.*)"$/, '$1')).filter((value) => value !== '')
}

function asObject(value: JsonValue, {name}: RowFile, line: number): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return withoutNull(value)
  throw usageError(`${name}: line ${line}: a row is an object with columns as names.`, {code: 'bad-row'})
}

/** Null is no value, as an empty cell is none. */
function withoutNull(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}
