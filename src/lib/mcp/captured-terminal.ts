import {Readable, Writable} from 'node:stream'
import {Terminal} from '../output/terminal.ts'

/** A terminal that nobody sees: what is written to it is kept. Notes are for people, and so it takes them as if it were one. */
export class CapturedTerminal extends Terminal {
  readonly #out: Kept
  readonly #notes: Kept

  constructor() {
    const [out, notes] = [new Kept(), Object.assign(new Kept(), {isTTY: true})]
    super({stdin: Readable.from([]), stdout: out, stderr: notes}, {TERM: 'dumb'})
    this.#out = out
    this.#notes = notes
  }

  /** What was written to stdout. */
  get output(): string {
    return this.#out.text
  }

  /** What people were told. */
  get notes(): string {
    return this.#notes.text.trim()
  }
}

class Kept extends Writable {
  readonly #chunks: Buffer[] = []

  get text(): string {
    return Buffer.concat(this.#chunks).toString()
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }
}
