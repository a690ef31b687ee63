/**
 * Loads what is loaded together: the core, which every command needs, the client, the sandbox and so on. The build gathers each
 * in one file, a function for each chunk, and V8 gets back the code that it made of it on an earlier run: compiling it takes
 * longer than running it. docs/decisions/0003 has the figures. Unbuilt, nothing comes through here.
 */
import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Script} from 'node:vm'
import {underFirstFlags} from './lib/client/parser-tiering.ts'
import {makeFolder} from './lib/make-folder.ts'
import {resolvePaths} from './lib/profile/paths.ts'

/** What a file of chunks makes of the way to all others. */
interface Chunks {
  /** What a chunk exports; evaluated when it is first asked for. */
  load(chunk: string): unknown
  readonly loaded: ReadonlyMap<string, unknown>
}

interface Cache {
  /** How many chunks the run had evaluated that wrote it. */
  chunkCount: number
  code: Buffer
}

/** Of what is loaded before the packs, which knows its own chunks and asks Node for all else. */
const atStart: NodeJS.Require = require
const folder = join(resolvePaths().cache, 'code')
const packs = new Map<string, Pack>()
process.once('exit', () => {
  for (const pack of packs.values()) pack.keepCode()
})

/** What a chunk exports that is named as `pack:PACK:CHUNK`, or a module that only Node knows. */
export function load(id: string): unknown {
  const [scheme, name = '', chunk = ''] = id.split(':')
  if (scheme !== 'pack') return atStart(id)
  if (name === 'start') return atStart(chunk)
  let pack = packs.get(name)
  if (pack === undefined) packs.set(name, (pack = new Pack(name)))
  return pack.chunks.load(chunk)
}

/** One file of chunks, and what is kept of their code. */
class Pack {
  readonly #cacheFile: string
  readonly #build: string
  readonly #cached: Cache | undefined
  readonly #script: Script
  readonly chunks: Chunks

  constructor(readonly name: string) {
    const file = join(import.meta.dirname, `${name}-chunks.js`)
    // The build writes ASCII, which is read the faster for it.
    const source = readFileSync(file, 'latin1')
    // The build's hash of the file, in the comment that it begins with: V8 itself compares no more than lengths.
    this.#build = `${name}-${source.slice(2, 18)}`
    this.#cacheFile = join(folder, `${this.#build}-${process.version}-${process.arch}`)
    this.#cached = readCache(this.#cacheFile)
    this.#script = underFirstFlags(() => new Script(source, {filename: file, cachedData: this.#cached?.code}))
    this.chunks = (this.#script.runInThisContext() as (elsewhere: typeof load) => Chunks)(load)
  }

  /** Keeps the code for the next run, where it has code for more chunks than what is kept already. */
  keepCode(): void {
    const known = this.#script.cachedDataRejected === true ? 0 : (this.#cached?.chunkCount ?? 0)
    const {size} = this.chunks.loaded
    if (size <= known) return
    try {
      const code = underFirstFlags(() => this.#script.createCachedData())
      const head = Buffer.alloc(4)
      head.writeUInt32LE(size)
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
