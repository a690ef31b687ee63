import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {resolvePaths} from '../../src/lib/profile/paths.ts'
import {type FaultRule} from '../../src/sandbox/faults.ts'
import {bin, type World} from '../support/world.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What goes wrong all the time. */
export const storm: readonly FaultRule[] = [
  {kind: 'drop', method: 'POST', path: '/sms/provision', after: true, rate: 0.08},
  {kind: 'drop', method: 'POST', path: '/sms/provision', rate: 0.05},
  {kind: 'truncate', method: 'POST', path: '/sms/provision', rate: 0.04},
  {kind: 'status', status: 500, method: 'POST', path: '/sms/provision', after: true, rate: 0.04},
  {kind: 'status', status: 503, method: 'POST', path: '/sms/provision', rate: 0.04},
  {kind: 'rate-limit', retryAfter: 0, method: 'POST', path: '/sms/provision', rate: 0.05},
  {kind: 'latency', latencyMs: 30, method: 'POST', path: '/sms/provision', rate: 0.2},
  {kind: 'latency', latencyMs: 30, method: 'POST', path: '/sms/provision', after: true, rate: 0.2},
  {kind: 'drop', method: 'GET', path: '/sms/provision/*', rate: 0.03},
  {kind: 'status', status: 502, method: 'GET', path: '/sms/provision/*', rate: 0.03},
]

/** Rows that differ in more than their number, so that each is a request of its own but for every fourth. */
export function writeRows(world: World, numbers: readonly string[]): void {
  const rows = numbers.map((number, at) => `${number},ref-${at - (at % 4 === 1 ? 1 : 0)}`)
  writeFileSync(join(world.home, 'rows.csv'), `number,reference_id\n${rows.join('\n')}\n`)
}

/** The only job of the world, once there is one. */
export function jobOf(world: World): string | undefined {
  const {jobs} = resolvePaths(world.env)
  return existsSync(jobs) ? readdirSync(jobs).find((id) => existsSync(join(jobs, id, 'job.json'))) : undefined
}

export function journalOf(world: World): string {
  return join(resolvePaths(world.env).jobs, jobOf(world) ?? 'none', 'journal')
}

export function isFinished(world: World): boolean {
  return readFileSync(journalOf(world), 'utf8').includes('"kind":"finished"')
}

/** Runs a command and kills it when its journal has grown by so many bytes; it may end before. Tells whether it was killed. */
export async function killedRun(
  world: World,
  args: readonly string[],
  growth: number,
  journal: () => string = () => journalOf(world),
): Promise<boolean> {
  const size = () => statSync(journal(), {throwIfNoEntry: false})?.size
  const before = size() ?? 0
  const child = spawn(process.execPath, [bin, ...args], {env: world.env, cwd: world.home, stdio: 'ignore'})
  const ended = once(child, 'exit')
  let isOver = false
  void ended.then(() => (isOver = true))
  while (!isOver && (size() ?? -1) < before + growth) await pause(1)
  child.kill('SIGKILL')
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null]
  return signal === 'SIGKILL'
}

export interface OutcomeLine {
  row: number
  number: string
  outcome: string
  message: string | null
}

export function outcomesIn(world: World, file: string): OutcomeLine[] {
  const lines = readFileSync(join(world.home, file), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as OutcomeLine)
}
