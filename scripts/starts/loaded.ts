import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Kind} from './kinds.ts'

/** What a process loads beside Node itself. */
export interface Loaded {
  modules: number
  bytes: number
}

export type Snapshot = Readonly<Record<string, Loaded>>

/** Sizes change a little with each change of the code; a snapshot of each would hide the large ones. */
const tolerance = 0.02

/** What each kind of command loads of this program. V8 lists the scripts itself: nothing is added that could be counted. */
export function loadedBy(program: string, kinds: readonly Kind[], env: NodeJS.ProcessEnv): Snapshot {
  return Object.fromEntries(kinds.map(({what, args}) => [what, loaded(program, args, env)]))
}

/** The kinds of which another number of modules is loaded than was, or so many bytes more or less that it should be seen. */
export function moved(now: Snapshot, before: Snapshot): string[] {
  return Object.keys({...now, ...before}).filter((what) => {
    const [here, there] = [now[what], before[what]]
    if (here === undefined || there === undefined) return true
    return here.modules !== there.modules || Math.abs(here.bytes / there.bytes - 1) > tolerance
  })
}

function loaded(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Loaded {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-loaded-'))
  try {
    const {status, stderr} = spawnSync(process.execPath, [program, ...args], {env: {...env, NODE_V8_COVERAGE: folder}})
    if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
    const files = readdirSync(folder).flatMap((name) => scriptFiles(join(folder, name)))
    return {modules: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0)}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function scriptFiles(report: string): string[] {
  const {result} = JSON.parse(readFileSync(report, 'utf8')) as {result: {url: string}[]}
  const urls = new Set(result.map(({url}) => url).filter((url) => url.startsWith('file:')))
  return [...urls].map((url) => fileURLToPath(url))
}
