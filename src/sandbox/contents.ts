import {createHash, randomUUID} from 'node:crypto'
import {createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type Readable} from 'node:stream'
import {pipeToFile} from '../lib/output/pipe-to-file.ts'
import {makeFolder} from '../lib/make-folder.ts'

/** Bytes that have been stored: how many, and what they hash to. */
export interface Stored {
  size: number
  /** SHA-256, hexadecimal. */
  hash: string
}

/** Files in a folder beside the database, each under an id. They are read and written as streams, never whole. */
export class Contents {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** Stores what the stream gives. Nothing is there under the id before all of it is; nothing is left of a stream that breaks off. */
  async write(id: string, source: AsyncIterable<Uint8Array>): Promise<Stored> {
    makeFolder(this.folder)
    const partial = join(this.folder, `.${randomUUID()}`)
    const hash = createHash('sha256')
    const hashed = async function* () {
      for await (const chunk of source) {
        hash.update(chunk)
        yield chunk
      }
    }
    try {
      const size = await pipeToFile(hashed(), partial, {mode: 0o600})
      renameSync(partial, this.#path(id))
      return {size, hash: hash.digest('hex')}
    } catch (error) {
      rmSync(partial, {force: true})
      throw error
    }
  }

  /** Bytes of all of them. */
  totalSize(): number {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : []
    const sizes = names.map((name) => statSync(join(this.folder, name), {throwIfNoEntry: false})?.size ?? 0)
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  /** Undefined where there is nothing. */
  sizeOf(id: string): number | undefined {
    return statSync(this.#path(id), {throwIfNoEntry: false})?.size
  }

  /** All of it: for what is known to be small. */
  bytes(id: string): Buffer {
    return readFileSync(this.#path(id))
  }

  /** The bytes from `start` to `end`, both included. Errors come when it is read. */
  read(id: string, {start, end}: {start?: number; end?: number} = {}): Readable {
    return createReadStream(this.#path(id), {
      ...(start !== undefined && {start}),
      ...(end !== undefined && {end}),
    })
  }

  remove(id: string): void {
    rmSync(this.#path(id), {force: true})
  }

  clear(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }

  #path(id: string): string {
    if (!/^[\w-]+$/.test(id)) throw new Error(`Not a name for contents: ${id}`)
    return join(this.folder, id)
  }
}
