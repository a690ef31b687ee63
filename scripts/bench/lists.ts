import {join} from 'node:path'
import {Client} from '../../src/lib/client/client.ts'
import {listPage} from '../../src/lib/client/list-page.ts'
import {pages} from '../../src/lib/client/paging.ts'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess, seededLocationUuid} from '../../src/sandbox/seeded-access.ts'
import {type Run, runWithPeak} from './peak.ts'
import {type Access, served} from './served.ts'
import {type Figure, type Section} from './table.ts'
import {secondsSince, time} from './timing.ts'
import {bin, home, userIn} from './user.ts'

const [few, many] = [1000, 100_000]
const latencyMs = 20

export const listsSection: Section = {
  name: 'lists',
  measure: async () => {
    const folder = join(home, 'lists')
    await fillSandbox(folder)
    return [{title: 'Lists', figures: await served(userIn(folder), listFigures)}]
  },
}

/** Time and peak memory of a whole listing. */
function listing(account: string, rows: number, env: NodeJS.ProcessEnv): Run {
  const run = runWithPeak(['numbers', 'list', '--account', account, '--all', '-o', 'ndjson'], env)
  const lines = run.stdout.toString().split('\n').length - 1
  if (lines !== rows) throw new Error(`${lines} rows came instead of ${rows}.`)
  return run
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

/** Seconds to read the rows with so many pages under way. */
async function read({url, token}: Access, concurrency: number): Promise<number> {
  const credentials = {
    accessToken: async () => token,
    renew: async () => undefined,
    basicToken: async () => '',
    muranoToken: async () => '',
  }
  const client = new Client({
    hosts: {api: url, auth: url, murano: url},
    apiVersion: 'v1',
    credentials,
    version: 'bench',
  })
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
  return secondsSince(start)
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

function shown({seconds, peak}: Run): string {
  return `${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB`
}
