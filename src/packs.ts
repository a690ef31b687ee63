/**
 * Loads what is loaded together: the core, which nearly every command needs, and the sandbox. The build gathers each in one
 * file, a function for each chunk, and V8 gets back the code that it made of it on an earlier run: compiling it takes longer
 * than running it. docs/decisions/0003 has the figures. Unbuilt, nothing comes through here.
 */
import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Script} from 'node:vm'
import {underFirstFlags} from './lib/client/parser-tiering.ts'
import {makeFolder} from './lib/make-folder.ts'
import {resolvePaths} from './lib/profile/paths.ts'

type Chunk = (module: {exports: unknown}, exports: unknown, require: NodeJS.Require) => void

interface Cache {
  /** How many chunks the run had evaluated that wrote it. */
  chunkCount: number
  code: Buffer
}

const folder = join(resolvePaths().cache, 'code')
const packs = new Map<string, Pack>()
process.once('exit', () => {
  for (const pack of packs.values()) pack.keepCode()
})

/** What a chunk of that pack exports; evaluated when it is first asked for. */
export function load(name: string, chunk: string): unknown {
  let pack = packs.get(name)
  if (pack === undefined) packs.set(name, (pack = new Pack(name)))
  return pack.load(chunk)
}

/** One file of chunks, and what is kept of their code. */
class Pack {
  readonly #cacheFile: string
  readonly #build: string
  readonly #cached: Cache | undefined
  readonly #script: Script
  readonly #chunks: Readonly<Record<string, Chunk>>
  readonly #loaded = new Map<string, {exports: unknown}>()

  constructor(readonly name: string) {
    const file = join(import.meta.dirname, `${name}-chunks.js`)
    // The build writes ASCII, which is read the faster for it.
    const source = readFileSync(file, 'latin1')
    // The build's hash of the file, in the comment that it begins with: V8 itself compares no more than lengths.
    this.#build = `${name}-${source.slice(2, 18)}`
    this.#cacheFile = join(folder, `${this.#build}-${process.version}-${process.arch}`)
    this.#cached = readCache(this.#cacheFile)
    this.#script = underFirstFlags(() => new Script(source, {filename: file, cachedData: this.#cached?.code}))
    this.#chunks = this.#script.runInThisContext() as Readonly<Record<string, Chunk>>
  }

  load(chunk: string): unknown {
    const known = this.#loaded.get(chunk)
    if (known !== undefined) return known.exports
    const module = {exports: {}}
    this.#loaded.set(chunk, module)
    this.#chunks[chunk]!(module, module.exports, require)
    return module.exports
  }

  /** Keeps the code for the next run, where it has code for more chunks than what is kept already. */
  keepCode(): void {
    const known = this.#script.cachedDataRejected === true ? 0 : (this.#cached?.chunkCount ?? 0)
    if (this.#loaded.size <= known) return
    try {
      const code = underFirstFlags(() => this.#script.createCachedData())
      const head = Buffer.alloc(4)
      head.writeUInt32LE(this.#loaded.size)
      makeFolder(folder)
      const isOutdated = (kept: string) => kept.startsWith(`${this.name}-`) && !kept.startsWith(this.#build)
      for (const kept of readdirSync(folder).filter(isOutdated)) rmSync(join(folder, kept))
      const part = `${this.#cacheFile}.${process.pid}`
      writeFileSync(part, Buffer.concat([head, code]), {mode: 0o600})
      renameSync(part, this.#cacheFile)
    } catch {
      // A start without the cache is slower, and nothing else.
    }
  }
}

function readCache(file: string): Cache | undefined {
  try {
    const bytes = readFileSync(file)
    return {chunkCount: bytes.readUInt32LE(), code: bytes.subarray(4)}
  } catch {
    return undefined
  }
}
