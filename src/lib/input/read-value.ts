import {readFile} from 'node:fs/promises'
import {addAbortSignal, type Readable} from 'node:stream'
import {hideValue} from '../client/masking.ts'
import {type JsonValue} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {note, warn} from '../output/messages.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Schema, schemaAt, takesOnlyText} from '../schema.ts'
import {splitField, stepsOf, typedField} from './fields.ts'
import {parseJson, parseYaml, type YamlOptions} from './json-value.ts'

/**
 * Reads what values on the command line stand for: `-` is standard input, `@FILE` a file, `@@x` the text `@x`.
 * `usage` is what the value is called there. Every failure is a usage error that names it.
 */
export class InputReader {
  /** What has read standard input; it can be read once. */
  private reader: string | undefined

  constructor(
    private readonly terminal: Terminal,
    private readonly environment: Readonly<Record<string, string | undefined>> = process.env,
    private readonly signal?: AbortSignal,
  ) {}

  /** Standard input, for whoever is the first to ask for it. Reading from it ends when the signal is aborted. */
  stream(usage: string): Readable {
    if (this.reader !== undefined) {
      throw usageError(`Standard input can be read once: ${this.reader} and ${usage} both ask for it.`)
    }
    this.reader = usage
    const {terminal, signal} = this
    const {stdin} = terminal.streams
    if (terminal.stdinIsTty) void note(terminal, `Reading ${usage} from the terminal. End with Ctrl-D.`)
    return signal === undefined ? stdin : addAbortSignal(signal, stdin)
  }

  /** All of standard input as text, without the line breaks at its end. */
  async standardInput(usage: string): Promise<string> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.stream(usage) as AsyncIterable<Uint8Array | string>) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    }
    return content(Buffer.concat(chunks), `${usage}: standard input`)
  }

  /** A text, from where `-` or `@FILE` say. */
  async value(typed: string, usage: string): Promise<string> {
    if (typed === '-') return this.standardInput(usage)
    if (typed.startsWith('@@')) return typed.slice(1)
    if (typed.startsWith('@')) return this.file(typed.slice(1), usage)
    if (typed !== '') return typed
    throw usageError(`${usage} is empty.`, {code: 'invalid-value'})
  }

  /** The text of a UTF-8 file, without the line breaks at its end. */
  async file(path: string, usage: string): Promise<string> {
    if (path === '') throw usageError(`${usage}: @ is not followed by the name of a file.`)
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      const reason = fileFaults[error.code ?? ''] ?? `cannot be read: ${error.message}`
      throw usageError(`${usage}: the file ${path} ${reason}`, {code: 'unreadable-file', cause: error})
    })
    return content(bytes, `${usage}: the file ${path}`)
  }

  /** A JSON value; a file whose name ends in .yaml or .yml is YAML. */
  async json(typed: string, usage: string, yaml: YamlOptions = {}): Promise<JsonValue> {
    const text = await this.value(typed, usage)
    const path = typed.startsWith('@') ? typed.slice(1) : undefined
    const source =
      typed === '-' ? `${usage}: standard input` : path === undefined ? usage : `${usage}: the file ${path}`
    return path !== undefined && /\.ya?ml$/i.test(path) ? parseYaml(text, source, yaml) : parseJson(text, source)
  }

  /** A JSON value that must be as the schema says. */
  async checkedJson(typed: string, usage: string, schema: Schema | undefined): Promise<JsonValue> {
    const value = await this.json(typed, usage, {schema})
    if (schema !== undefined) await this.checkSchema(value, usage, schema)
    return value
  }

  /**
   * Throws a usage error that names every field that is wrong; warns of fields that the schema does not know, but for those
   * that were there `before`.
   */
  async checkSchema(value: JsonValue, usage: string, schema: Schema, before?: JsonValue): Promise<void> {
    await this.refuseFaults(value, usage, schema)
    const {unknownFields} = await import('./check-schema.ts')
    const already = new Set(before === undefined ? [] : unknownFields(before, schema).map(({path}) => path))
    for (const {path, near} of unknownFields(value, schema)) {
      if (already.has(path)) continue
      const meant =
        near.length === 0 ? 'It is sent as it is.' : `It is sent as it is; did you mean ${near.join(' or ')}?`
      await warn(this.terminal, `${usage}: ${path} is not a field that commsctl knows here. ${meant}`)
    }
  }

  /** A sentence for each field that the schema does not know: it may be what another was meant to be. */
  async unknownIn(value: JsonValue, schema: Schema): Promise<string[]> {
    const {unknownFields} = await import('./check-schema.ts')
    return unknownFields(value, schema).map(({path, near}) => {
      const meant = near.length === 0 ? '.' : `; did you mean ${near.join(' or ')}?`
      return `${path} is not a field that commsctl knows here${meant}`
    })
  }

  async refuseFaults(value: JsonValue, usage: string, schema: Schema): Promise<void> {
    const {faultsOf} = await import('./check-schema.ts')
    const faults = faultsOf(value, schema)
    if (faults.length > 0) throw invalid(usage, faults)
  }

  /**
   * The content of a data file: YAML where its name says so, else JSON; `-` is standard input, in either. Numbers of YAML
   * are text, as they were written.
   */
  async structured(path: string, usage: string): Promise<JsonValue> {
    const yaml = {numbersAsText: true}
    if (path === '-') return parseYaml(await this.standardInput(usage), `${usage}: standard input`, yaml)
    return this.json(`@${path}`, usage, yaml)
  }

  /** A secret; besides `-` and `@FILE`, `env:NAME` is a variable. Typed out it works, with a warning. From here on it is masked. */
  async secret(typed: string, usage: string): Promise<string> {
    const secret = await this.#secret(typed, usage)
    hideValue(secret)
    return secret
  }

  async #secret(typed: string, usage: string): Promise<string> {
    if (typed === '-' || typed.startsWith('@')) return this.value(typed, usage)
    if (typed.startsWith('env:')) return this.variable(typed.slice('env:'.length), usage)
    if (typed === '') throw usageError(`${usage} is empty.`, {code: 'invalid-value'})
    const advice = `Give ${usage} as -, @FILE or env:NAME.`
    await warn(this.terminal, `A secret on the command line shows in ps and in the shell's history. ${advice}`)
    return typed
  }

  /**
   * `-F PATH=VALUE`: numbers, true, false, lists and objects become such, unless the schema of the whole takes only text there; so does null;
   * `-` and `@FILE` are read, as text.
   */
  async field(text: string, schema?: Schema): Promise<[path: string, value: JsonValue]> {
    const [path, value] = splitField(text)
    if (value === undefined) return [path, []]
    if (value === '-' || value.startsWith('@')) return [path, await this.value(value, `-F ${path}`)]
    const isText = value !== 'null' && takesOnlyText(schemaAt(schema, stepsOf(path)))
    return [path, isText ? value : typedField(value)]
  }

  private variable(name: string, usage: string): string {
    const value = this.environment[name]
    if (value) return value
    throw usageError(`${usage}: the variable ${name || 'after env:'} is ${value === '' ? 'empty' : 'not set'}.`)
  }
}

function invalid(usage: string, faults: readonly string[]) {
  const [only = ''] = faults
  return faults.length === 1
    ? usageError(`${usage}: ${only}`, {code: 'invalid-value'})
    : usageError(`${usage}: ${faults.length} fields are not right.`, {code: 'invalid-value', details: faults})
}

const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist.',
  EISDIR: 'is a folder.',
  EACCES: 'may not be read by you.',
  ENOTDIR: 'does not exist.',
}

function content(bytes: Uint8Array, source: string): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch (error) {
    throw usageError(`${source} is not UTF-8 text.`, {code: 'unreadable-file', cause: error})
  }
  let end = text.length
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1
  if (text.slice(0, end).trim() !== '') return text.slice(0, end)
  throw usageError(`${source} is empty.`, {code: 'empty-input'})
}
