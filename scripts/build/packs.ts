import {type Metafile} from 'esbuild'
import {createHash} from 'node:crypto'
import {dirname, posix} from 'node:path'

type Outputs = Metafile['outputs']

/** What is loaded together; a chunk is in the first pack that has a claim to it. */
const packs: Record<string, {through: readonly string[]; usedBy?: RegExp; besides?: RegExp}> = {
  /** What comes before the other packs, in dist/start.js. */
  start: {through: ['src/start.ts', 'src/packs.ts']},
  core: {
    /** Where every command passes through, or its help or completion. */
    through: [
      'src/lib/command-line.ts',
      'src/lib/run-command.ts',
      'src/lib/help/help.ts',
      'src/lib/help/command-help.ts',
      'src/lib/help/topic-help.ts',
      'src/lib/completion/answer-shell.ts',
      'src/lib/completion/complete.ts',
      'src/topics.ts',
    ],
    /** What more than half of these load is in the pack, too. */
    usedBy: /^src\/commands\//,
  },
  client: {through: ['src/lib/connection.ts', 'src/lib/operation/service.ts']},
  yaml: {through: ['node_modules/yaml/browser/index.js']},
  lint: {through: ['src/lib/tendlc/lint/lint.ts', 'src/lib/tendlc/lint/source/read-source.ts']},
  sandbox: {
    through: ['src/sandbox/embedded.ts', 'src/sandbox/server.ts'],
    usedBy: /^src\/sandbox\/areas\//,
    /** What these load is not. */
    besides: /^src\/(?!sandbox\/)/,
  },
}

/** Which pack each output file is in that is in one, by path as in the metafile. */
export function packed({outputs}: Metafile): Map<string, string> {
  const entries = Object.entries(outputs).flatMap(([path, {entryPoint}]) => (entryPoint ? [{path, entryPoint}] : []))
  const loadedWith = (wanted: (entryPoint: string) => boolean | undefined) =>
    entries.filter(({entryPoint}) => wanted(entryPoint)).map(({path}) => closure(path, outputs))
  const allOf = (loads: readonly Set<string>[]) => new Set(loads.flatMap((paths) => [...paths]))
  const found = new Map<string, string>()
  for (const [pack, {through, usedBy, besides}] of Object.entries(packs)) {
    const elsewhere = allOf(loadedWith((entryPoint) => besides?.test(entryPoint)))
    const users = loadedWith((entryPoint) => usedBy?.test(entryPoint))
    const isCommon = (path: string) => users.filter((paths) => paths.has(path)).length > users.length / 2
    const passed = allOf(loadedWith((entryPoint) => through.includes(entryPoint)))
    for (const path of [...passed, ...[...allOf(users)].filter(isCommon)])
      if (![elsewhere, found].some((others) => others.has(path))) found.set(path, pack)
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

/** Modules of Node’s own that many chunks name and few runs use, where their names are asked for one by one. */
const loadedLate = /=(?:require|\(0,[\w$]+\.__require\))\(("node:(?:crypto|fs\/promises|timers\/promises|readline)")\)/g

/** The code of the output file at `path`, taking from the packs what is in one. */
export function throughPacks(code: string, path: string, packOf: ReadonlyMap<string, string>): string {
  const own = packOf.get(path)
  const wayTo = (target: string) => {
    const way = posix.relative(own === undefined ? dirname(path) : 'dist', target)
    return JSON.stringify(way.startsWith('.') ? way : `./${way}`)
  }
  const complete = code.replace(/\brequire\("(\.[^"]+)"\)/g, (_, wanted: string) => {
    const target = posix.join(dirname(path), wanted)
    const pack = packOf.get(target)
    if (pack === undefined) return `require(${wayTo(target)})`
    const id = pack === own ? target : `pack:${pack}:${target}`
    return own === undefined ? `fromPack("${id}")` : `require("${id}")`
  })
  if (own !== undefined) return complete.replace(loadedLate, '=require.later($1)')
  return complete === code ? code : `const{fromPack}=require(${wayTo('dist/start.js')});${complete}`
}

/** The files of the packs, by their names. But for the first, which Node loads itself, each is one expression and begins with its hash. */
export function packFiles(
  codes: ReadonlyMap<string, string>,
  packOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const files = Object.keys(packs).map((pack): [string, string] => {
    const own = [...codes].filter(([path]) => packOf.get(path) === pack)
    const chunks = own.map(([path, code]) => `${JSON.stringify(path)}(module,exports,require){${code}}`)
    const script = `(elsewhere=>{const chunks={${chunks.join(',\n')}};${load}})`
    if (pack === 'start') return ['start.js', `const {load}=${script}(fromPack);${start}\n`]
    return [`${pack}-chunks.js`, `/*${createHash('sha256').update(script).digest('hex').slice(0, 16)}*/${script}\n`]
  })
  return new Map(files)
}

/**
 * A pack evaluates a chunk when it is first asked for, and loads some of Node's own modules when something of them is first
 * used. Node's own `require` would look at paths each time.
 */
const load = `
const loaded=new Map();
function load(id){
  let module=loaded.get(id);
  if(module===undefined){loaded.set(id,module={exports:{}});chunks[id](module,module.exports,require)}
  return module.exports
}
function require(id){return id in chunks?load(id):elsewhere(id)}
require.later=id=>new Proxy({},{get:(_,name)=>elsewhere(id)[name]});
return{load,loaded}`

/** `pack:PACK:CHUNK` is in a pack, all else is for Node. */
const start = `
function fromPack(id){return id.startsWith('pack:')?load('dist/packs.js').load(id):require(id)}
exports.fromPack=fromPack;exports.start=load('dist/start.js').start`
