import {createReadStream, type Stats} from 'node:fs'
import {access, constants, stat} from 'node:fs/promises'
import {type CliError, usageError} from '../errors.ts'
import {type FilePart} from './wire.ts'

/** Reading in pieces of this size keeps memory flat and is fast. */
const PIECE_BYTES = 256 * 1024

/**
 * A file on the disk as a form takes it: read while it is sent. Its last piece is held back until it is certain that the
 * file is still the one whose size was announced: a file that changes meanwhile never arrives whole.
 */
export class DiskFile extends File {
  override readonly size: number
  readonly #path: string
  readonly #stats: Stats
  readonly #onRead: (bytes: number) => void

  private constructor(
    {path, filename}: FilePart,
    type: string | undefined,
    stats: Stats,
    onRead: (bytes: number) => void,
  ) {
    super([], filename, type === undefined ? {} : {type})
    this.size = stats.size
    this.#path = path
    this.#stats = stats
    this.#onRead = onRead
  }

  /**
   * Its type is what its name tells. `onRead` is told of each piece as it is asked for. Throws a usage error for a file that
   * cannot be read.
   */
  static async of(part: FilePart, onRead: (bytes: number) => void): Promise<DiskFile> {
    const {lookup} = await import('mrmime')
    try {
      await access(part.path, constants.R_OK)
      return new DiskFile(part, lookup(part.path), await stat(part.path), onRead)
    } catch (error) {
      throw unreadable(part.path, error)
    }
  }

  /** FormData takes any iterable of bytes; its types know only the streams of the web. */
  override stream(): ReturnType<File['stream']> {
    return this.#pieces() as unknown as ReturnType<File['stream']>
  }

  async *#pieces(): AsyncGenerator<Uint8Array> {
    let last: Uint8Array | undefined
    let read = 0
    const end = this.size - 1
    const pieces = end < 0 ? [] : createReadStream(this.#path, {end, highWaterMark: PIECE_BYTES})
    try {
      for await (const piece of pieces as AsyncIterable<Uint8Array>) {
        read += piece.length
        if (last !== undefined) yield last
        this.#onRead(piece.length)
        last = piece
      }
    } catch (error) {
      throw (await this.#isUnchanged()) ? unreadable(this.#path, error) : changed(this.#path)
    }
    if (read !== this.size || !(await this.#isUnchanged())) throw changed(this.#path)
    if (last !== undefined) yield last
  }

  async #isUnchanged(): Promise<boolean> {
    const now = await stat(this.#path).catch(() => undefined)
    const {size, mtimeMs, ino} = this.#stats
    return now?.size === size && now.mtimeMs === mtimeMs && now.ino === ino
  }
}

function unreadable(path: string, cause: unknown): CliError {
  return usageError(`The file ${path} cannot be read.`, {code: 'unreadable-file', cause})
}

function changed(path: string): CliError {
  return usageError(`The file ${path} changed while it was being sent, so the upload was broken off.`, {
    code: 'file-changed',
    hint: 'The service has not got the whole of it. Run the command again when nothing writes to the file.',
  })
}
