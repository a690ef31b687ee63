import {createReadStream} from 'node:fs'
import {open, stat, truncate} from 'node:fs/promises'
import {type FileHandle} from 'node:fs/promises'
import {CliError, usageError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {fileFault} from '../file-faults.ts'

/** Rows that a file of outcomes tells of already: a byte for eight. */
export class ToldRows {
  readonly #bits: Uint8Array

  constructor(total: number) {
    this.#bits = new Uint8Array((total >> 3) + 1)
  }

  /** Reads a file, and cuts off a last line that is not whole. One that is gone tells of none. */
  static async read(path: string, total: number): Promise<ToldRows> {
    const told = new ToldRows(total)
    let [good, rest] = [0, Buffer.alloc(0)]
    try {
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        rest = Buffer.concat([rest, chunk])
        for (let at = rest.indexOf(0x0a); at !== -1; at = rest.indexOf(0x0a)) {
          told.#take(rest.toString('utf8', 0, at))
          good += at + 1
          rest = rest.subarray(at + 1)
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return told
      throw unwritable(path, error)
    }
    if (rest.length > 0) await truncate(path, good)
    return told
  }

  has(row: number): boolean {
    return (this.#bits[row >> 3]! & (1 << (row & 7))) !== 0
  }

  add(row: number): void {
    this.#bits[row >> 3]! |= 1 << (row & 7)
  }

  #take(line: string): void {
    const {row} = JSON.parse(line) as {row: number}
    this.add(row)
  }
}

/** The file of `--outcomes`: a line for each row that the job is through with. */
export class OutcomeFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
  ) {}

  /** A new file; the one that an interrupted job began is gone on with. Throws a usage error where it cannot be written. */
  static async open(path: string, {goOn}: {goOn: boolean}): Promise<OutcomeFile> {
    try {
      return new OutcomeFile(await open(path, goOn ? 'a' : 'w', 0o600), path)
    } catch (error) {
      throw unwritable(path, error)
    }
  }

  async write(outcome: object): Promise<void> {
    try {
      await this.file.appendFile(`${JSON.stringify(outcome)}\n`)
    } catch (error) {
      throw new CliError(`The file ${this.path} cannot be written: ${fileFault(error)}.`, {
        code: 'unwritable-file',
        exit: ExitCode.PartlyFailed,
        cause: error,
      })
    }
  }

  async close(): Promise<void> {
    await this.file.close()
  }
}

/** Throws a usage error where it is the file that rows are read from, by whatever name: they would be gone. */
export async function mustNotBeRows(path: string, rows: string): Promise<void> {
  const [written, read] = await Promise.all([path, rows].map((one) => stat(one).catch(() => undefined)))
  if (written === undefined || written.ino !== read?.ino || written.dev !== read.dev) return
  throw usageError(`--outcomes: ${path} is the file of the rows, and would be emptied.`, {
    code: 'same-file',
    hint: 'Nothing was sent. Name another file.',
  })
}

function unwritable(path: string, cause: unknown): CliError {
  return usageError(`--outcomes: the file ${path} cannot be written: ${fileFault(cause)}.`, {
    code: 'unwritable-file',
    cause,
  })
}
