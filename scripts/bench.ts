/**
 * Measures what the budgets of the design speak of and writes docs/benchmarks.md. Only ratios inside one run travel:
 * commands are timed in turn with bare node, whole processes, and the median of the pairs counts.
 */
import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {Client} from '../src/lib/client/client.ts'
import {listPage} from '../src/lib/client/list-page.ts'
import {pages} from '../src/lib/client/paging.ts'
import {openSandbox} from '../src/sandbox/sandbox.ts'
import {seededAccess, seededLocationUuid} from '../src/sandbox/seeded-access.ts'

const root = join(import.meta.dirname, '..')
const bin = join(root, 'bin/run.js')
const home = mkdtempSync(join(tmpdir(), 'commsctl-bench-'))
const node = process.env['BENCH_NODE'] ?? process.execPath
const pairs = 21
const [few, many] = [1000, 100_000]
const latencyMs = 20

const env: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: home,
  XDG_DATA_HOME: join(home, 'data'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_STATE_HOME: join(home, 'state'),
  XDG_CACHE_HOME: join(home, 'cache'),
}

interface Figure {
  what: string
  measured: string
  budget: string
  met: boolean
}

/** Seconds from start to end of a whole process. */
function time(args: readonly string[], extra: NodeJS.ProcessEnv = {}): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(node, args, {env: {...env, ...extra}, maxBuffer: 2 ** 30})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return seconds
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** How much longer than bare node a command takes: the median of pairs, after one that is not counted. */
function startRatio(what: string, args: readonly string[], most: number, extra: NodeJS.ProcessEnv = {}): Figure {
  time([bin, ...args], extra)
  const ratios = Array.from({length: pairs}, () => time([bin, ...args], extra) / time(['-e', '0']))
  const ratio = median(ratios)
  return {what, measured: `${ratio.toFixed(2)} ×`, budget: `≤ ${most} ×`, met: ratio <= most}
}

interface Listing {
  seconds: number
  /** Mebibytes. */
  peak: number
}

/** Time and peak memory of a whole listing, as the process itself tells them at its end. */
function listing(account: string, rows: number, extra: NodeJS.ProcessEnv): Listing {
  const report = join(home, 'peak.cjs')
  const result = join(home, 'peak.txt')
  const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`
  writeFileSync(report, `process.on('exit', () => ${write})\n`)
  const args = ['numbers', 'list', '--account', account, '--all', '-o', 'ndjson']
  const start = process.hrtime.bigint()
  const {stdout} = spawnSync(node, ['--require', report, bin, ...args], {env: {...env, ...extra}, maxBuffer: 2 ** 30})
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const lines = stdout.toString().split('\n').length - 1
  if (lines !== rows) throw new Error(`${lines} rows came instead of ${rows}.`)
  return {seconds, peak: Number(readFileSync(result, 'utf8')) / 1024}
}

/** An account with many numbers and one with few. */
async function fillSandbox(): Promise<void> {
  const sandbox = openSandbox({file: join(home, 'data/commsctl/sandbox.db'), numbers: few + many + 2000})
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

async function serve(): Promise<{server: ChildProcess; url: string}> {
  const server = spawn(node, [bin, 'sandbox', 'serve', '--port', '0'], {env, stdio: ['ignore', 'pipe', 'inherit']})
  const [line] = await createInterface({input: server.stdout})
    [Symbol.asyncIterator]()
    .next()
    .then(({value}) => [String(value)])
  return {server, url: /http:\S+/.exec(line ?? '')![0]}
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
async function read(url: string, token: string, concurrency: number): Promise<number> {
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

async function measure(): Promise<Figure[]> {
  await fillSandbox()
  const {server, url} = await serve()
  try {
    const access = {COMMSCTL_API_HOST: url, COMMSCTL_AUTH_HOST: url, COMMSCTL_TOKEN: await tokenFrom(url)}
    const figures = [
      startRatio('start of `--version`', ['--version'], 1.2),
      startRatio('start of `--help`', ['--help'], 2.2),
      startRatio('start of `numbers search --help`', ['numbers', 'search', '--help'], 2.2),
      startRatio('`numbers search` over HTTP', ['numbers', 'search'], 2.2, access),
    ]
    const small = listing(seededLocationUuid, few, access)
    const large = listing(seededAccess.accountUuid, many, access)
    const growth = large.peak / small.peak
    figures.push(
      {
        what: '`numbers list --all -o ndjson`, 1,000 rows',
        measured: `${small.seconds.toFixed(2)} s, ${small.peak.toFixed(0)} MiB`,
        budget: '',
        met: true,
      },
      {
        what: '`numbers list --all -o ndjson`, 100,000 rows',
        measured: `${large.seconds.toFixed(2)} s, ${large.peak.toFixed(0)} MiB`,
        budget: '',
        met: true,
      },
      {
        what: 'peak memory, 100,000 rows to 1,000',
        measured: `${growth.toFixed(2)} ×`,
        budget: '≤ 1.3 ×',
        met: growth <= 1.3,
      },
    )
    const slow = {COMMSCTL_PROFILE: 'sandbox'}
    time(
      [bin, 'sandbox', 'faults', 'set', '--kind', 'latency', '--path', '/sms/*', '--latency', `${latencyMs}ms`],
      slow,
    )
    const one = await read(url, access.COMMSCTL_TOKEN, 1)
    const several = await read(url, access.COMMSCTL_TOKEN, 6)
    const gain = one / several
    const what = `10,000 rows at ${latencyMs} ms a request: several pages under way against one after another`
    figures.push({what, measured: `${gain.toFixed(1)} × faster`, budget: '≥ 3 ×', met: gain >= 3})
    return figures
  } finally {
    const ended = once(server, 'exit')
    server.kill()
    await ended
  }
}

function document(figures: readonly Figure[]): string {
  const version = spawnSync(node, ['--version']).stdout.toString().trim()
  const rows = figures.map(({what, measured, budget, met}) => [
    what,
    measured,
    budget,
    budget === '' ? '' : met ? 'yes' : 'no',
  ])
  return [
    '# Benchmarks',
    '',
    '`npm run bench` measures these and writes this page. Start-up figures are whole processes against bare `node -e 0`,',
    `the median of ${pairs} pairs taken in turn; only such ratios mean anything on another machine. \`BENCH_NODE\` names another Node.`,
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${version} on ${cpus().length} cores (${process.platform} ${process.arch}).`,
    '',
    '| what | measured | budget | met |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n')
}

try {
  const text = document(await measure())
  process.stdout.write(text)
  if (process.env['BENCH_NODE'] === undefined) writeFileSync(join(root, 'docs/benchmarks.md'), text)
} finally {
  rmSync(home, {recursive: true, force: true})
}
