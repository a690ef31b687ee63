import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {served} from './served.ts'
import {type Figure, type Section, type Table} from './table.ts'
import {median, time} from './timing.ts'
import {bin, home, userIn} from './user.ts'

/** Starts are measured with this Node and, where `BENCH_NODE` names one, with another. */
const nodes = [process.execPath, ...(process.env['BENCH_NODE'] === undefined ? [] : [process.env['BENCH_NODE']])]

/** Pairs of a command and bare node, whose median counts. */
export const pairs = 21

const starts: readonly (readonly [what: string, args: readonly string[], most: number])[] = [
  ['start of `--version`', ['--version'], 1.2],
  ['start of `--help`', ['--help'], 2.2],
  ['start of `numbers search --help`', ['numbers', 'search', '--help'], 2.2],
  ['`numbers search` over HTTP', ['numbers', 'search'], 2.2],
]

export const startsSection: Section = {
  name: 'starts',
  measure: async () =>
    served(userIn(join(home, 'starts')), async (env) => nodes.flatMap((node) => startTables(node, env))),
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

function startRatios(node: string, env: NodeJS.ProcessEnv): Figure[] {
  return starts.map(([what, args, most]) => {
    const ratio = startRatio(node, [bin, ...args], env)
    return {what, measured: `${ratio.toFixed(2)} ×`, budget: `≤ ${most} ×`, met: ratio <= most}
  })
}

/** Certificates that a machine adds cost bare Node 20 more than its whole start: the ratio without them is another. */
function startTables(node: string, env: NodeJS.ProcessEnv): Table[] {
  const title = `Starts, Node ${versionOf(node)}`
  const {NODE_EXTRA_CA_CERTS: certificates, ...without} = env
  const asFound = {title, figures: startRatios(node, env)}
  if (certificates === undefined) return [asFound]
  return [asFound, {title: `${title}, without NODE_EXTRA_CA_CERTS`, figures: startRatios(node, without)}]
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version']).stdout.toString().trim()
}
