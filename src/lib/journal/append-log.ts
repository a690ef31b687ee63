import {type FileHandle, open} from 'node:fs/promises'
import {dirname} from 'node:path'
import {type JsonValue} from '../client/wire.ts'
import {checkedLine} from './checked-line.ts'
import {makeFolder} from '../make-folder.ts'

interface Waiting {
  line: string
  sync: boolean
  settle: (error?: Error) => void
}

/**
 * A file that records are appended to, each a line with a checksum. What is waiting when the disk is free is written and
 * synced together. After a failure nothing more is written: what follows a broken line could not be trusted.
 */
export class AppendLog {
  readonly #file: FileHandle
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #failure: Error | undefined
  #prefix: string

  private constructor(file: FileHandle, prefix: string) {
    this.#file = file
    this.#prefix = prefix
  }

  /** Makes the file, for its owner alone, where there is none. A line that was cut off stays what it is: a broken one. */
  static async open(path: string): Promise<AppendLog> {
    makeFolder(dirname(path))
    const file = await open(path, 'a+', 0o600)
    const {size} = await file.stat()
    const {buffer} = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    return new AppendLog(file, size > 0 && buffer.toString() !== '\n' ? '\n' : '')
  }

  /** Resolves when the record is written, and with `sync` when it is on the disk. */
  append(record: JsonValue, {sync}: {sync: boolean}): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: Error): void => (error === undefined ? resolve() : reject(error))
      this.#waiting.push({line: checkedLine(record), sync, settle})
      this.#writing ??= this.#write()
    })
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }

  async #write(): Promise<void> {
    // What is appended in this turn of the event loop goes together.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        if (this.#failure !== undefined) throw this.#failure
        await this.#file.appendFile(this.#prefix + batch.map(({line}) => line).join(''))
        this.#prefix = ''
        if (batch.some(({sync}) => sync)) await this.#file.datasync()
        batch.forEach(({settle}) => settle())
      } catch (error) {
        this.#failure = error as Error
        batch.forEach(({settle}) => settle(this.#failure))
      }
    }
    this.#writing = undefined
  }
}
