/** Batches: how near they keep to a service's limit, how they compare to a loop of curl, and what memory they take. */
import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {type Figure} from './figure.ts'

const rowCount = 10_000
const manyRows = 1_000_000
const looped = 300
const limit = 200

export interface BatchBench {
  bin: string
  folder: string
  /** Leads to a served sandbox that has the numbers of `fillForBatches`. */
  env: NodeJS.ProcessEnv
  url: string
  token: string
}

/** Enough numbers for sale for all that is measured, and a thousand that the account has. Gives those for sale. */
export async function fillForBatches(database: string): Promise<void> {
  const sandbox = openSandbox({file: database, numbers: 3 * rowCount + 5000})
  sandbox.store.transaction(() => {
    for (const number of sandbox.store.numbers.available({}, 1000))
      sandbox.store.numbers.provision(number, {account_uuid: seededAccess.accountUuid}, 0)
  })
  await sandbox.close()
}

/** `forSale`: at least 20,300 numbers; `owned`: a thousand that the account has. */
export function batchFigures(bench: BatchBench, {forSale, owned}: {forSale: string[]; owned: string[]}): Figure[] {
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
function provision({bin, folder, env}: BatchBench, numbers: readonly string[]): number {
  const rows = join(folder, 'rows.csv')
  writeFileSync(rows, `number,reference_id\n${numbers.map((number, at) => `${number},r${at}`).join('\n')}\n`)
  const args = ['numbers', 'provision', '--from-file', rows, '--yes', '--outcomes', join(folder, 'out.ndjson')]
  return seconds(process.execPath, [bin, ...args], env)
}

/** Seconds for what people write without a tool. */
function curlLoop({folder, env, url, token}: BatchBench, numbers: readonly string[]): number {
  const list = join(folder, 'numbers.txt')
  writeFileSync(list, `${numbers.join('\n')}\n`)
  const body = `{"numbers":["$number"],"account_uuid":"${seededAccess.accountUuid}"}`
  const request = `curl -sf -o /dev/null -H "authorization: Bearer $TOKEN" -H "content-type: application/json"`
  const line = `while read -r number; do ${request} -d "${body.replaceAll('"', '\\"')}" ${url}/sms/provision; done < ${list}`
  return seconds('bash', ['-c', line], {...env, TOKEN: token})
}

/** Mebibytes that a batch of so many rows takes at its peak; the numbers come again and again. */
function peakOf({bin, folder, env}: BatchBench, owned: readonly string[], rows: number): number {
  const [file, report, result] = ['memory.csv', 'rows-peak.cjs', 'rows-peak.txt'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`
  writeFileSync(report, `process.on('exit', () => ${write})\n`)
  const lines = Array.from({length: rows}, (_, at) => owned[at % owned.length])
  writeFileSync(file, `number\n${lines.join('\n')}\n`)
  const args = ['numbers', 'set-reference', '--from-file', file, '--reference-id', 'bench', '--outcomes', '/dev/null']
  seconds(process.execPath, ['--require', report, bin, ...args], env)
  return Number(readFileSync(result, 'utf8')) / 1024
}

function limitTo({bin, env}: BatchBench, perSecond: number): void {
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

function clearFaults({bin, env}: BatchBench): void {
  seconds(process.execPath, [bin, 'sandbox', 'faults', 'clear', '--yes'], {...env, COMMSCTL_PROFILE: 'sandbox'})
}

function seconds(program: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(program, args, {env, maxBuffer: 2 ** 30})
  if (status !== 0) throw new Error(`${args.join(' ')} exited with ${status}: ${stderr.toString()}`)
  return Number(process.hrtime.bigint() - start) / 1e9
}
