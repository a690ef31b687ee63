import {Writable} from 'node:stream'
import {Printer, type PrinterOptions} from '../output/printer.ts'
import {Terminal} from '../output/terminal.ts'
import {type Captured, jsonOf} from './capture.ts'

/** Results as text, in the format that was chosen. */
export class RoundText {
  readonly #options: PrinterOptions
  readonly #printer: Printer
  #text = ''

  constructor(options: PrinterOptions) {
    const {stdin, stdout, stderr} = options.terminal.streams
    const {isTTY, columns} = stdout
    const write = (chunk: Buffer, _encoding: string, done: () => void) => {
      this.#text += chunk.toString()
      done()
    }
    const kept = Object.assign(new Writable({write}), {...(isTTY && {isTTY}), ...(columns && {columns})})
    const terminal = new Terminal({stdin, stdout: kept, stderr})
    // What is told beside a result was told when it came.
    terminal.quiet = true
    this.#options = options
    this.#printer = new Printer({...options, terminal})
  }

  async of(captured: Captured): Promise<string> {
    const {format, jq} = this.#options
    if (format === 'ndjson' && jq === undefined) return `${JSON.stringify(jsonOf(captured))}\n`
    this.#text = ''
    await this.#print(captured)
    await new Promise((resolve) => setImmediate(resolve))
    return this.#text
  }

  #print(captured: Captured): Promise<unknown> {
    if (captured.kind === 'rows') return this.#printer.rows(captured.rows, captured.view)
    if (captured.kind === 'object') return this.#printer.object(captured.value, captured.view)
    return captured.kind === 'text' ? this.#printer.text(captured.value) : this.#printer.empty(captured.done)
  }
}
