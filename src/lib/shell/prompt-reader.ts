import {type AsyncCompleter, createInterface} from 'node:readline'
import {type Terminal} from '../output/terminal.ts'

/** What was typed: a line; Ctrl-C in its place; or the end, Ctrl-D. */
export type Typed = {line: string} | 'cancelled' | 'end'

export interface PromptReaderOptions {
  terminal: Terminal
  completer: (text: string) => Promise<[string[], string]>
  /** The last line first. */
  history: readonly string[]
}

/** Asks a person for lines. Between two of them the terminal belongs to the command that is run. */
export class PromptReader {
  readonly #options: PromptReaderOptions
  /** Lines that came with the one before: pasted together, none of them is lost. */
  readonly #waiting: string[] = []
  /** What was begun after the last of them. */
  #begun = ''

  constructor(options: PromptReaderOptions) {
    this.#options = options
  }

  async next(prompt: string): Promise<Typed> {
    const waiting = this.#waiting.shift()
    return waiting === undefined ? this.#ask(prompt) : {line: waiting}
  }

  #ask(prompt: string): Promise<Typed> {
    const {terminal, history, completer} = this.#options
    const {stdin, stderr} = terminal.streams
    const complete: AsyncCompleter = (text, callback) => {
      completer(text).then(
        (offer) => callback(null, offer),
        () => callback(null, [[], text]),
      )
    }
    const reader = createInterface({
      ...{input: stdin, output: stderr, terminal: terminal.isLive, prompt},
      ...{completer: complete, history: [...history], historySize: history.length + 1, removeHistoryDuplicates: true},
    })
    return new Promise((resolve) => {
      let cancelled = false
      reader.on('line', (line) => {
        this.#waiting.push(line)
        // The rest of what came at the same time is still to be told of.
        if (this.#waiting.length === 1) setImmediate(() => reader.close())
      })
      reader.on('SIGINT', () => {
        cancelled = true
        reader.close()
      })
      reader.on('close', () => {
        const line = this.#waiting.shift()
        this.#begun = line === undefined ? '' : reader.line
        resolve(cancelled ? 'cancelled' : line === undefined ? 'end' : {line})
      })
      reader.prompt()
      if (this.#begun !== '') reader.write(this.#begun)
    })
  }
}
