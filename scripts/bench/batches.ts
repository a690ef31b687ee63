import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {runWithPeak} from './peak.ts'
import {type Access, served} from './served.ts'
import {type Figure, type Section} from './table.ts'
import {secondsSince} from './timing.ts'
import {bin, home, userIn} from './user.ts'

const rowCount = 10_000
const manyRows = 1_000_000
const looped = 300
const limit = 200

/** How near batches keep to a service's limit, how they compare to a loop of curl, and what memory they take. */
export const batchesSection: Section = {
  name: 'batches',
  measure: async () => {
    const folder = join(home, 'batches')
    const numbers = await fillSandbox(join(folder, 'data/commsctl/sandbox.db'))
    const figures = await served(userIn(folder), async (env, access) => batchFigures({folder, env, ...access}, numbers))
    return [{title: 'Batches', figures}]
  },
}

interface Bench extends Access {
  folder: string
  env: NodeJS.ProcessEnv
}

interface Numbers {
  /** Enough for all that is measured. */
  forSale: string[]
  /** A thousand that the account has. */
  owned: string[]
}

async function fillSandbox(file: string): Promise<Numbers> {
  const sandbox = openSandbox({file, numbers: 3 * rowCount + 5000})
  const {numbers} = sandbox.store
  const account_uuid = seededAccess.accountUuid
  sandbox.store.transaction(() => {
    for (const number of numbers.available({}, 1000)) numbers.provision(number, {account_uuid}, 0)
  })
  const forSale = [1, 2, 3, 4].flatMap((tier) => numbers.available({tier}, 3 * rowCount))
  const {items} = numbers.provisioned({account_uuid}, {offset: 0, limit: 1000})
  await sandbox.close()
  return {forSale, owned: items.map(({number}) => number)}
}

function batchFigures(bench: Bench, {forSale, owned}: Numbers): Figure[] {
  const [free, limited, curled] = [
    forSale.slice(0, rowCount),
    forSale.slice(rowCount, 2 * rowCount),
    forSale.slice(2 * rowCount, 2 * rowCount + looped),
  ]
  const unlimited = provision(bench, free)
  const loop = curlLoop(bench, curled)
  const gain = loop / looped / (unlimited / rowCount)
  limitTo(bench, limit)
  const pace = rowCount / provision(bench, limited)
  clearFaults(bench)
  const [small, large] = [peakOf(bench, owned, rowCount), peakOf(bench, owned, manyRows)]
  return [
    {what: '10,000 numbers provisioned, a request each', measured: `${unlimited.toFixed(1)} s`},
    {what: 'a row of that against one of a shell loop of curl', measured: `${gain.toFixed(1)} × faster`},
    {
      what: `10,000 numbers, a request each, where the service takes ${limit} a second`,
      measured: `${pace.toFixed(0)} a second`,
      budget: `≥ ${limit * 0.9}`,
      met: pace >= limit * 0.9,
    },
    {what: 'peak memory, 10,000 rows', measured: `${small.toFixed(0)} MiB`},
    {
      what: 'peak memory, 1,000,000 rows to 10,000',
      measured: `${(large / small).toFixed(2)} × (${large.toFixed(0)} MiB)`,
      budget: '≤ 1.3 ×',
      met: large / small <= 1.3,
    },
  ]
}

/** Seconds to provision the numbers; a reference id of its own makes each a request. */
function provision({folder, env}: Bench, numbers: readonly string[]): number {
  const rows = join(folder, 'rows.csv')
  writeFileSync(rows, `number,reference_id\n${numbers.map((number, at) => `${number},r${at}`).join('\n')}\n`)
  const args = ['numbers', 'provision', '--from-file', rows, '--yes', '--outcomes', join(folder, 'out.ndjson')]
  return seconds(process.execPath, [bin, ...args], env)
}

/** Seconds for what people write without a tool. */
function curlLoop({folder, env, url, token}: Bench, numbers: readonly string[]): number {
  const list = join(folder, 'numbers.txt')
  writeFileSync(list, `${numbers.join('\n')}\n`)
  const body = `{"numbers":["$number"],"account_uuid":"${seededAccess.accountUuid}"}`
  const request = `curl -sf -o /dev/null -H "authorization: Bearer $TOKEN" -H "content-type: application/json"`
  const line = `while read -r number; do ${request} -d "${body.replaceAll('"', '\\"')}" ${url}/sms/provision; done < ${list}`
  return seconds('bash', ['-c', line], {...env, TOKEN: token})
}

/** Mebibytes that a batch of so many rows takes at its peak; the numbers come again and again. */
function peakOf({folder, env}: Bench, owned: readonly string[], rows: number): number {
  const file = join(folder, 'memory.csv')
  const lines = Array.from({length: rows}, (_, at) => owned[at % owned.length])
  writeFileSync(file, `number\n${lines.join('\n')}\n`)
  const args = ['numbers', 'set-reference', '--from-file', file, '--reference-id', 'bench', '--outcomes', '/dev/null']
  return runWithPeak(args, env).peak
}

function limitTo({env}: Bench, perSecond: number): void {
  const fault = [
    '--kind',
    'rate-limit',
    '--per-second',
    String(perSecond),
    '--path',
    '/sms/provision',
    '--method',
    'POST',
  ]
  seconds(process.execPath, [bin, 'sandbox', 'faults', 'set', ...fault], {...env, COMMSCTL_PROFILE: 'sandbox'})
}

function clearFaults({env}: Bench): void {
  seconds(process.execPath, [bin, 'sandbox', 'faults', 'clear', '--yes'], {...env, COMMSCTL_PROFILE: 'sandbox'})
}

function seconds(program: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(program, args, {env, maxBuffer: 2 ** 30})
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return secondsSince(start)
}
