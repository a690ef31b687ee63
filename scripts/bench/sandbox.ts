import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {Pool} from 'undici'
import {openSandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {type Access, served} from './served.ts'
import {type Figure, type Section} from './table.ts'
import {secondsSince} from './timing.ts'
import {home, userIn} from './user.ts'

const [usual, large] = [10_000, 1_000_000]
const requests = 5000
const connections = 16
const numbers = `/sms/provision/numbers/account/${seededAccess.accountUuid}`

const asked: readonly (readonly [what: string, path: string])[] = [
  ['one account', `/accounts/accounts/${seededAccess.accountUuid}`],
  ['a page of 25 provisioned numbers', `${numbers}?offset=0&limit=25`],
  ['a search for 25 numbers by area code', '/sms/number/available/dids?qty=25&tier=1&npa=941'],
]

/** A served sandbox with an inventory of usual size and one with a million numbers. */
export const sandboxSection: Section = {
  name: 'sandbox',
  measure: async () => [{title: 'The sandbox', figures: [...(await inventory(usual)), ...(await inventory(large))]}],
}

async function inventory(size: number): Promise<Figure[]> {
  const folder = join(home, `inventory-${size}`)
  await openSandbox({file: join(folder, 'data/commsctl/sandbox.db'), numbers: size}).close()
  return served(userIn(folder), async (_env, access) => {
    const figures: Figure[] = []
    for (const [what, path] of asked)
      figures.push(await pace(`${what}, ${size.toLocaleString('en-US')} numbers`, path, access))
    const memory = spawnSync('ps', ['-o', 'rss=', '-p', String(access.pid)]).stdout.toString()
    const what = `memory after that, ${size.toLocaleString('en-US')} numbers in the inventory`
    return [...figures, {what, measured: `${(Number(memory) / 1024).toFixed(0)} MiB`}]
  })
}

/** Requests a second over some connections, after a tenth of them that are not counted. */
async function pace(what: string, path: string, {url, token}: Access): Promise<Figure> {
  const pool = new Pool(url, {connections})
  const one = async () => {
    const {statusCode, body} = await pool.request({method: 'GET', path, headers: {authorization: `Bearer ${token}`}})
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${text}`)
  }
  const many = async (count: number) => Promise.all(Array.from({length: count}, one))
  await many(requests / 10)
  const start = process.hrtime.bigint()
  await many(requests)
  const seconds = secondsSince(start)
  await pool.close()
  return {what, measured: `${Math.round(requests / seconds).toLocaleString('en-US')} requests/s`}
}
