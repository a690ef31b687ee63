import {type Metafile} from 'esbuild'
import {createHash} from 'node:crypto'
import {dirname, posix} from 'node:path'

type Outputs = Metafile['outputs']

/** What is loaded together; a chunk is in the first pack that has a claim to it. */
const packs: Record<string, {through: readonly string[]; usedBy: RegExp; besides?: RegExp}> = {
  core: {
    /** Where nearly every command passes through. */
    through: ['src/lib/run-command.ts', 'src/lib/connection.ts', 'src/lib/operation/service.ts'],
    /** What more than half of these load is in the pack, too. */
    usedBy: /^src\/commands\//,
  },
  sandbox: {
    through: ['src/sandbox/embedded.ts', 'src/sandbox/server.ts'],
    usedBy: /^src\/sandbox\/areas\//,
    /** What these load is not. */
    besides: /^src\/(?!sandbox\/)/,
  },
}
/** What is loaded before the packs, or without them. */
const before = ['src/packs.ts', 'src/start.ts']

/** Which pack each output file is in that is in one, by path as in the metafile. */
export function packed({outputs}: Metafile): Map<string, string> {
  const entries = Object.entries(outputs).flatMap(([path, {entryPoint}]) => (entryPoint ? [{path, entryPoint}] : []))
  const loadedWith = (wanted: (entryPoint: string) => boolean) =>
    entries.filter(({entryPoint}) => wanted(entryPoint)).map(({path}) => closure(path, outputs))
  const allOf = (loads: readonly Set<string>[]) => new Set(loads.flatMap((paths) => [...paths]))
  const alone = allOf(loadedWith((entryPoint) => before.includes(entryPoint)))
  const found = new Map<string, string>()
  for (const [pack, {through, usedBy, besides}] of Object.entries(packs)) {
    const elsewhere = allOf(loadedWith((entryPoint) => besides?.test(entryPoint) === true))
    const users = loadedWith((entryPoint) => usedBy.test(entryPoint))
    const isCommon = (path: string) => users.filter((paths) => paths.has(path)).length > users.length / 2
    const passed = allOf(loadedWith((entryPoint) => through.includes(entryPoint)))
    for (const path of [...passed, ...[...allOf(users)].filter(isCommon)])
      if (![alone, elsewhere, found].some((others) => others.has(path))) found.set(path, pack)
  }
  return found
}

/** What is loaded together with an output file, itself included. */
function closure(path: string, outputs: Outputs, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const {path: imported, kind, external} of outputs[path]!.imports) {
    if (kind === 'import-statement' && external !== true) closure(imported, outputs, found)
  }
  return found
}

/** The code of the output file at `path`, taking from the packs what is in one. */
export function throughPacks(code: string, path: string, packOf: ReadonlyMap<string, string>): string {
  const from = packOf.has(path) ? 'dist' : dirname(path)
  return code.replace(/\brequire\("(\.[^"]+)"\)/g, (_, wanted: string) => {
    const target = posix.join(dirname(path), wanted)
    const pack = packOf.get(target)
    const way = posix.relative(from, pack === undefined ? target : 'dist/packs.js')
    const found = `require("${way.startsWith('.') ? way : `./${way}`}")`
    return pack === undefined ? found : `${found}.load("${pack}","${target}")`
  })
}

/** A script of each pack, by its name: an expression whose value has a function for each of its files. It begins with its hash. */
export function packScripts(
  codes: ReadonlyMap<string, string>,
  packOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const scripts = Object.keys(packs).map((pack): [string, string] => {
    const own = [...codes].filter(([path]) => packOf.get(path) === pack)
    const functions = own.map(([path, code]) => `${JSON.stringify(path)}(module,exports,require){${code}}`)
    const script = `({${functions.join(',\n')}})`
    return [pack, `/*${createHash('sha256').update(script).digest('hex').slice(0, 16)}*/${script}\n`]
  })
  return new Map(scripts)
}
