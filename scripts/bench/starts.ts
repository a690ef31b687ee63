import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {writeFiling} from '../starts/filing.ts'
import {kinds} from '../starts/kinds.ts'
import {loadedBy, type Snapshot} from '../starts/loaded.ts'
import {emptyOclifProgram} from './empty-oclif.ts'
import {served} from './served.ts'
import {type Figure, type Section, type Table} from './table.ts'
import {median, time} from './timing.ts'
import {bin, home, userIn} from './user.ts'

/** Starts are measured with this Node and, where `BENCH_NODE` names one, with another. */
const nodes = [process.execPath, ...(process.env['BENCH_NODE'] === undefined ? [] : [process.env['BENCH_NODE']])]

/** Pairs of a command and bare node, whose median counts. */
export const pairs = 21

export const startsSection: Section = {
  name: 'starts',
  measure: async () => {
    const folder = join(home, 'starts')
    mkdirSync(folder)
    const [filing, empty] = [writeFiling(folder), emptyOclifProgram(folder)]
    return served(userIn(folder), async (env) => {
      const measured = nodes.flatMap((node) => startTables(node, env, filing, empty))
      return [...measured, loadedTable(loadedBy(bin, kinds(filing), env))]
    })
  },
}

/** How much longer than bare node a command takes. */
export function startRatio(node: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  return ratioInTurn(node, args, ['-e', '0'], env)
}

/** How much longer one process takes than another: the median of pairs, after one of each that is not counted. */
export function ratioInTurn(
  node: string,
  args: readonly string[],
  others: readonly string[],
  env: NodeJS.ProcessEnv,
): number {
  for (const each of [args, others]) time(node, each, env)
  return median(Array.from({length: pairs}, () => time(node, args, env) / time(node, others, env)))
}

function startRatios(node: string, env: NodeJS.ProcessEnv, filing: string, empty: string): Figure[] {
  const own = kinds(filing).map(({what, args, budget}): Figure => {
    const ratio = startRatio(node, [bin, ...args], env)
    return {what, measured: written(ratio), budget: `≤ ${budget} ×`, met: ratio <= budget}
  })
  const others = [['hello'], ['--help'], ['--version']].map((args): Figure => {
    return {
      what: `an oclif program of one empty command: \`${args.join(' ')}\``,
      measured: written(startRatio(node, [empty, ...args], env)),
    }
  })
  return [...own, ...others]
}

const written = (ratio: number) => `${ratio.toFixed(2)} ×`

/** Certificates that a machine adds cost bare Node 20 more than its whole start: the ratio without them is another. */
function startTables(node: string, env: NodeJS.ProcessEnv, filing: string, empty: string): Table[] {
  const title = `Starts, Node ${versionOf(node)}`
  const {NODE_EXTRA_CA_CERTS: certificates, ...without} = env
  const asFound = {title, figures: startRatios(node, env, filing, empty)}
  if (certificates === undefined) return [asFound]
  return [asFound, {title: `${title}, without NODE_EXTRA_CA_CERTS`, figures: startRatios(node, without, filing, empty)}]
}

function loadedTable(snapshot: Snapshot): Table {
  const figures = Object.entries(snapshot).map(([what, {modules, bytes}]) => ({
    what,
    measured: `${modules} modules, ${Math.round(bytes / 1000)} kB`,
  }))
  return {title: 'Loaded at a start', figures}
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version']).stdout.toString().trim()
}
