/**
 * Measures what the budgets of the design speak of and writes docs/benchmarks.md. Only ratios inside one run travel:
 * commands are timed in turn with bare node, whole processes, and the median of the pairs counts.
 */
import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Client} from '../src/lib/client/client.ts'
import {listPage} from '../src/lib/client/list-page.ts'
import {pages} from '../src/lib/client/paging.ts'
import {openSandbox} from '../src/sandbox/sandbox.ts'
import {seededAccess, seededLocationUuid} from '../src/sandbox/seeded-access.ts'
import {batchFigures, fillForBatches} from './bench/batches.ts'
import {type Figure} from './bench/figure.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'bin/run.js')
const home = mkdtempSync(join(tmpdir(), 'commsctl-bench-'))
/** Starts are measured with this Node and, where `BENCH_NODE` names one, with another. */
const nodes = [process.execPath, ...(process.env['BENCH_NODE'] === undefined ? [] : [process.env['BENCH_NODE']])]
const pairs = 21
const [few, many] = [1000, 100_000]
const latencyMs = 20

/** A user of their own, with a sandbox of their own, in the environment as it is. */
function userIn(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(COMMSCTL|npm)_/i.test(name))
  const xdg = ['data', 'config', 'state', 'cache'].map((name) => [`XDG_${name.toUpperCase()}_HOME`, join(folder, name)])
  return Object.fromEntries([...inherited, ['HOME', folder], ...xdg]) as NodeJS.ProcessEnv
}

/** Seconds from start to end of a whole process. */
function time(node: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(node, args, {env, maxBuffer: 2 ** 30})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return seconds
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

const starts: readonly (readonly [what: string, args: readonly string[], most: number])[] = [
  ['start of `--version`', ['--version'], 1.2],
  ['start of `--help`', ['--help'], 2.2],
  ['start of `numbers search --help`', ['numbers', 'search', '--help'], 2.2],
  ['`numbers search` over HTTP', ['numbers', 'search'], 2.2],
]

/** How much longer than bare node commands take: the median of pairs, after one that is not counted. */
function startRatios(node: string, env: NodeJS.ProcessEnv): Figure[] {
  return starts.map(([what, args, most]) => {
    time(node, [bin, ...args], env)
    const ratio = median(
      Array.from({length: pairs}, () => time(node, [bin, ...args], env) / time(node, ['-e', '0'], env)),
    )
    return {what, measured: `${ratio.toFixed(2)} ×`, budget: `≤ ${most} ×`, met: ratio <= most}
  })
}

/** Certificates that a machine adds cost bare Node 20 more than its whole start: the ratio without them is another. */
function startSections(node: string, env: NodeJS.ProcessEnv): string[] {
  const title = `Starts, Node ${versionOf(node)}`
  const {NODE_EXTRA_CA_CERTS: certificates, ...without} = env
  const asFound = table(title, startRatios(node, env))
  if (certificates === undefined) return [asFound]
  return [asFound, table(`${title}, without NODE_EXTRA_CA_CERTS`, startRatios(node, without))]
}

interface Listing {
  seconds: number
  /** Mebibytes. */
  peak: number
}

/** Time and peak memory of a whole listing, as the process itself tells them at its end. */
function listing(account: string, rows: number, env: NodeJS.ProcessEnv): Listing {
  const report = join(home, 'peak.cjs')
  const result = join(home, 'peak.txt')
  const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`
  writeFileSync(report, `process.on('exit', () => ${write})\n`)
  const args = ['numbers', 'list', '--account', account, '--all', '-o', 'ndjson']
  const start = process.hrtime.bigint()
  const {stdout} = spawnSync(process.execPath, ['--require', report, bin, ...args], {env, maxBuffer: 2 ** 30})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const lines = stdout.toString().split('\n').length - 1
  if (lines !== rows) throw new Error(`${lines} rows came instead of ${rows}.`)
  return {seconds, peak: Number(readFileSync(result, 'utf8')) / 1024}
}

/** An account with many numbers and one with few. */
async function fillSandbox(folder: string): Promise<void> {
  const sandbox = openSandbox({file: join(folder, 'data/commsctl/sandbox.db'), numbers: few + many + 2000})
  sandbox.store.transaction(() => {
    const found = [1, 2, 3, 4].flatMap((tier) => sandbox.store.numbers.available({tier}, few + many))
    const fill = (account_uuid: string, start: number, count: number) => {
      const missing = count - sandbox.store.numbers.provisioned({account_uuid}, {offset: 0, limit: 1}).total
      for (const number of found.slice(start, start + missing))
        sandbox.store.numbers.provision(number, {account_uuid}, 0)
    }
    fill(seededLocationUuid, 0, few)
    fill(seededAccess.accountUuid, few, many)
  })
  await sandbox.close()
}

/** Serves the user's sandbox while the work is done, with the variables that lead commands to it. */
async function served<T>(
  user: NodeJS.ProcessEnv,
  work: (env: NodeJS.ProcessEnv, access: Access) => Promise<T>,
): Promise<T> {
  const args = [bin, 'sandbox', 'serve', '--port', '0']
  const server = spawn(process.execPath, args, {env: user, stdio: ['ignore', 'pipe', 'inherit']})
  try {
    const url = String((await createInterface({input: server.stdout})[Symbol.asyncIterator]().next()).value)
    const token = await tokenFrom(url)
    const variables = {COMMSCTL_API_HOST: url, COMMSCTL_AUTH_HOST: url, COMMSCTL_TOKEN: token}
    return await work({...user, ...variables}, {url, token})
  } finally {
    server.kill()
    await once(server, 'exit')
  }
}

interface Access {
  url: string
  token: string
}

async function tokenFrom(url: string): Promise<string> {
  const {email, password, basicToken} = seededAccess
  const reply = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {authorization: `Basic ${basicToken}`},
    body: new URLSearchParams({grant_type: 'password', scope: 'default', email, password}),
  })
  return ((await reply.json()) as {access_token: string}).access_token
}

/** Seconds to read the rows with so many pages under way. */
async function read({url, token}: Access, concurrency: number): Promise<number> {
  const credentials = {accessToken: async () => token, renew: async () => undefined, basicToken: async () => ''}
  const client = new Client({hosts: {api: url, auth: url}, apiVersion: 'v1', credentials, version: 'bench'})
  const fetchPage = async (offset: number, limit: number) => {
    const query = Object.entries({offset, limit}).map(([name, value]) => [name, String(value)] as const)
    const path = `/sms/provision/numbers/account/${seededAccess.accountUuid}`
    return listPage(
      (await client.send({method: 'GET', host: 'api', path, query, auth: 'bearer', idempotent: true})).body,
    )
  }
  const start = process.hrtime.bigint()
  for await (const row of pages(fetchPage, {wanted: 10_000, concurrency})) void row
  await client.close()
  return Number(process.hrtime.bigint() - start) / 1e9
}

async function listFigures(env: NodeJS.ProcessEnv, access: Access): Promise<Figure[]> {
  const small = listing(seededLocationUuid, few, env)
  const large = listing(seededAccess.accountUuid, many, env)
  const growth = large.peak / small.peak
  const pagesUnderWay = 'several pages under way against one after another'
  const atOnce = await gain(access)
  const latency = ['--kind', 'latency', '--path', '/sms/*', '--latency', `${latencyMs}ms`]
  time(process.execPath, [bin, 'sandbox', 'faults', 'set', ...latency], {...env, COMMSCTL_PROFILE: 'sandbox'})
  const delayed = await gain(access)
  return [
    {what: '`numbers list --all -o ndjson`, 1,000 rows', measured: shown(small)},
    {what: '`numbers list --all -o ndjson`, 100,000 rows', measured: shown(large)},
    {
      what: 'peak memory, 100,000 rows to 1,000',
      measured: `${growth.toFixed(2)} ×`,
      budget: '≤ 1.3 ×',
      met: growth <= 1.3,
    },
    {what: `10,000 rows: ${pagesUnderWay}`, measured: `${atOnce.toFixed(1)} × faster`},
    {
      what: `10,000 rows at ${latencyMs} ms a request: ${pagesUnderWay}`,
      measured: `${delayed.toFixed(1)} × faster`,
      budget: '≥ 3 ×',
      met: delayed >= 3,
    },
  ]
}

/** How much faster the client is with the pages under way that it has by itself than with one. */
async function gain(access: Access): Promise<number> {
  return (await read(access, 1)) / (await read(access, 6))
}

/** What batches take, with a sandbox of their own. */
async function batchSection(): Promise<string> {
  const folder = join(home, 'batches')
  const user = userIn(folder)
  const database = join(folder, 'data/commsctl/sandbox.db')
  await fillForBatches(database)
  const sandbox = openSandbox({file: database})
  const forSale = [1, 2, 3, 4].flatMap((tier) => sandbox.store.numbers.available({tier}, few * 30))
  const {items} = sandbox.store.numbers.provisioned({account_uuid: seededAccess.accountUuid}, {offset: 0, limit: few})
  await sandbox.close()
  const owned = items.map(({number}) => number)
  const figures = await served(user, async (env, access) =>
    batchFigures({bin, folder, env, ...access}, {forSale, owned}),
  )
  return table(`Batches, Node ${process.version}`, figures)
}

function shown({seconds, peak}: Listing): string {
  return `${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB`
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version']).stdout.toString().trim()
}

function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({what, measured, budget = '', met}) => [what, measured, budget, verdict(met)])
  return [
    `## ${title}`,
    '',
    '| what | measured | budget | met |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
}

function verdict(met: boolean | undefined): string {
  return met === undefined ? '' : met ? 'yes' : 'no'
}

function introduction(): string {
  return `# Benchmarks

\`npm run bench\` measures these and writes this page. Start-up figures are whole processes against bare \`node -e 0\`,
the median of ${pairs} pairs taken in turn; only such ratios mean anything on another machine. \`BENCH_NODE\` names a second
Node, whose starts are measured, too. Where the machine sets \`NODE_EXTRA_CA_CERTS\`, starts are measured with it and without.

Measured on ${new Date().toISOString().slice(0, 10)} on ${cpus().length} cores (${process.platform} ${process.arch}); on average, ${loadavg()[1]!.toFixed(1)} processes wanted
to run in the five minutes before. What the ratios are made of stands in [decision 0003](decisions/0003-build-and-start-up.md).
`
}

const fresh = userIn(join(home, 'fresh'))
const full = userIn(join(home, 'full'))
try {
  const before = introduction()
  const sections = await served(fresh, async (env) => nodes.flatMap((node) => startSections(node, env)))
  await fillSandbox(join(home, 'full'))
  sections.push(table(`Lists, Node ${process.version}`, await served(full, listFigures)))
  sections.push(await batchSection())
  const text = [before, ...sections].join('\n')
  process.stdout.write(text)
  writeFileSync(join(root, 'docs/benchmarks.md'), text)
} finally {
  rmSync(home, {recursive: true, force: true})
}
