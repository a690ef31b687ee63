import {type Metafile} from 'esbuild'
import {createHash} from 'node:crypto'
import {dirname, posix} from 'node:path'

type Outputs = Metafile['outputs']

/** Where nearly every command passes through. */
const passedThrough = ['src/lib/run-command.ts', 'src/lib/connection.ts', 'src/lib/operation/service.ts']
/** What is loaded before the core, or without it. */
const before = ['src/core.ts', 'src/start.ts']

/** The output files that nearly every command loads, by path as in the metafile. */
export function coreChunks({outputs}: Metafile): Set<string> {
  const entries = Object.entries(outputs).flatMap(([path, {entryPoint}]) => (entryPoint ? [{path, entryPoint}] : []))
  const loadedWith = (wanted: (entryPoint: string) => boolean) =>
    entries.filter(({entryPoint}) => wanted(entryPoint)).map(({path}) => closure(path, outputs))
  const core = new Set(loadedWith((entryPoint) => passedThrough.includes(entryPoint)).flatMap((paths) => [...paths]))
  const commands = loadedWith((entryPoint) => entryPoint.startsWith('src/commands/'))
  for (const path of new Set(commands.flatMap((paths) => [...paths]))) {
    if (commands.filter((paths) => paths.has(path)).length > commands.length / 2) core.add(path)
  }
  for (const path of loadedWith((entryPoint) => before.includes(entryPoint)).flatMap((paths) => [...paths]))
    core.delete(path)
  return core
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

/** The code of the output file at `path`, taking from the core what is there; `inCore` where it is there itself. */
export function throughCore(code: string, path: string, core: ReadonlySet<string>): string {
  const inCore = core.has(path)
  return code.replace(/\brequire\("(\.[^"]+)"\)/g, (_, wanted: string) => {
    const target = posix.join(dirname(path), wanted)
    const way = posix.relative(inCore ? 'dist' : dirname(path), core.has(target) ? 'dist/core.js' : target)
    const found = `require("${way.startsWith('.') ? way : `./${way}`}")`
    return core.has(target) ? `${found}.load("${target}")` : found
  })
}

/** One script of the core's files: an expression whose value has a function for each. It begins with its hash. */
export function coreScript(codes: ReadonlyMap<string, string>): string {
  const functions = [...codes].map(([path, code]) => `${JSON.stringify(path)}(module,exports,require){${code}}`)
  const script = `({${functions.join(',\n')}})`
  return `/*${createHash('sha256').update(script).digest('hex').slice(0, 16)}*/${script}\n`
}
