import {appendFileSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {makeFolder} from '../make-folder.ts'

const keptLines = 1000

/** The lines that were typed, for the arrow keys. On disk they have their secrets masked; in memory they are as they were typed. */
export class LineHistory {
  /** The last first. */
  readonly lines: string[]
  readonly #file: string | undefined

  /** Without a file, nothing is kept. */
  constructor(file: string | undefined) {
    this.#file = file
    this.lines = file === undefined ? [] : readLines(file).reverse()
  }

  /** `masked` is what is kept of it; nothing where nobody knows what in it is secret. */
  add(typed: string, masked: string | undefined): void {
    this.lines.unshift(typed)
    if (this.#file === undefined || masked === undefined) return
    try {
      makeFolder(dirname(this.#file))
      appendFileSync(this.#file, `${masked.replaceAll('\n', ' ')}\n`, {mode: 0o600})
    } catch {
      // There is no room, or no right to write there: the line is in memory.
    }
  }
}

function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    if (lines.length <= keptLines) return lines
    const last = lines.slice(-keptLines)
    const part = `${file}.${process.pid}`
    writeFileSync(part, last.map((line) => `${line}\n`).join(''), {mode: 0o600})
    renameSync(part, file)
    return last
  } catch {
    return []
  }
}
