import {open, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {CliError} from '../errors.ts'
import {cannotSave} from './file-place.ts'

/** What the bytes that are there are part of: enough to see whether the rest of it still fits. */
export interface Origin {
  id: string
  /** Names the content as a strong ETag or a date does; without one, nothing can be added to it. */
  validator: string | undefined
  /** Bytes of the whole, where that is known. */
  length: number | undefined
}

/** A file that is being fetched: `NAME.part`, and beside it what it is part of, until it is whole and has its name. */
export class PartialFile {
  readonly target: string
  readonly part: string
  readonly #note: string

  constructor(target: string) {
    this.target = target
    this.part = `${target}.part`
    this.#note = `${target}.part.json`
  }

  /** What an earlier try has left of this content: its size, and what names it. Undefined: nothing that can be gone on with. */
  async kept(id: string): Promise<{size: number; validator: string; length: number | undefined} | undefined> {
    try {
      const origin = JSON.parse(await readFile(this.#note, 'utf8')) as Origin
      const {size} = await stat(this.part)
      if (origin.id !== id || origin.validator === undefined || size === 0) return undefined
      return {size, validator: origin.validator, length: origin.length}
    } catch {
      return undefined
    }
  }

  /** Writes what comes, after what is there or in place of it, and gives back how many bytes there are then. */
  async write(chunks: AsyncIterable<Uint8Array>, origin: Origin, {append}: {append: boolean}): Promise<number> {
    await this.#writing(async () => {
      await writeFile(this.#note, JSON.stringify(origin))
      const file = await open(this.part, append ? 'a' : 'w')
      // Piece by piece: what came before an error is there.
      await writeFile(file, chunks).finally(() => file.close())
    })
    return this.size()
  }

  async size(): Promise<number> {
    return (await stat(this.part).catch(() => undefined))?.size ?? 0
  }

  /** Gives the file its name. */
  async finish(): Promise<void> {
    await this.#writing(async () => {
      await rename(this.part, this.target)
      await rm(this.#note, {force: true})
    })
  }

  /** Throws a usage error for what the file system refuses. */
  async #writing(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const {syscall} = error as NodeJS.ErrnoException
      throw syscall === undefined || error instanceof CliError ? error : cannotSave(this.target, error)
    }
  }
}
