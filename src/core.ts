/**
 * Loads what nearly every command needs. The build gathers it in one file, a function for each chunk, and V8 gets back
 * the code that it made of it on an earlier run: compiling it takes longer than running it. docs/decisions/0003 has the
 * figures. Unbuilt, nothing comes through here.
 */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Script} from 'node:vm'
import {restoreParserTiering} from './lib/client/parser-tiering.ts'
import {resolvePaths} from './lib/profile/paths.ts'

type Chunk = (module: {exports: unknown}, exports: unknown, require: NodeJS.Require) => void

const file = join(import.meta.dirname, 'core-chunks.js')
// The build writes ASCII, which is read the faster for it.
const source = readFileSync(file, 'latin1')
/** The build's hash of the file, in the comment that it begins with: V8 itself compares no more than lengths. */
const build = source.slice(2, 18)
const folder = join(resolvePaths().cache, 'code')
const cacheFile = join(folder, `${build}-${process.version}-${process.arch}`)

const cached = readCache()
const script = new Script(source, {filename: file, cachedData: cached?.code})
const chunks = script.runInThisContext() as Readonly<Record<string, Chunk>>
const loaded = new Map<string, {exports: unknown}>()
process.once('exit', keepCode)

/** What a chunk exports; evaluated when it is first asked for. */
export function load(name: string): unknown {
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const module = {exports: {}}
  loaded.set(name, module)
  chunks[name]!(module, module.exports, require)
  return module.exports
}

interface Cache {
  /** How many chunks the run had evaluated that wrote it. */
  chunkCount: number
  code: Buffer
}

function readCache(): Cache | undefined {
  try {
    const bytes = readFileSync(cacheFile)
    return {chunkCount: bytes.readUInt32LE(), code: bytes.subarray(4)}
  } catch {
    return undefined
  }
}

/** Keeps the code for the next run, where it has code for more chunks than what is kept already. */
function keepCode(): void {
  const known = script.cachedDataRejected === true ? 0 : (cached?.chunkCount ?? 0)
  if (loaded.size <= known) return
  try {
    restoreParserTiering()
    const head = Buffer.alloc(4)
    head.writeUInt32LE(loaded.size)
    mkdirSync(folder, {recursive: true, mode: 0o700})
    for (const name of readdirSync(folder)) if (!name.startsWith(build)) rmSync(join(folder, name))
    const part = `${cacheFile}.${process.pid}`
    writeFileSync(part, Buffer.concat([head, script.createCachedData()]), {mode: 0o600})
    renameSync(part, cacheFile)
  } catch {
    // A start without the cache is slower, and nothing else.
  }
}
