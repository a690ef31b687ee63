import {type ErrorReport} from '../../src/lib/errors.ts'
import {type FaultRule} from '../../src/sandbox/faults.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {signIn} from '../sandbox/support.ts'
import {type ServedSandbox, servedSandbox} from '../support/served-sandbox.ts'
import {type World} from '../support/world.ts'
import {type Blow} from './kinds.ts'

type Place = Required<Pick<FaultRule, 'method' | 'path'>>

/** A command, the request of it that faults strike, and what its deed is. */
export interface Deed {
  args: readonly string[] | ((url: string) => readonly string[])
  at: Place
  /** How many such requests it sends when nothing goes wrong; 1 when left out. */
  requests?: number
  /** How often the deed is done: told from the state of the sandbox, or for reading, from what was printed. */
  done: (sandbox: Sandbox, stdout: string, user: World) => number
  /** What there must be before. */
  prepare?: (sandbox: Sandbox) => void
  /** Who runs it; the seeded administrator with a token when left out. */
  as?: (served: ServedSandbox) => Promise<World>
}

/** Exit code, code of the error, how often the deed is done, and how often its request was sent again. */
export type Outcome = readonly [exit: number, code: string, done: number, again: number]

export interface Struck {
  outcome: Outcome
  stdout: string
  error: ErrorReport | undefined
}

/** Runs a command against a sandbox of its own where its requests meet faults. */
export async function strike(deed: Deed, faults: readonly Blow[]): Promise<Struck> {
  const served = await servedSandbox({numbers: 300})
  const {sandbox, url} = served
  deed.prepare?.(sandbox)
  const user = await (deed.as ?? withToken)(served)
  const requests = countRequests(sandbox, deed.at)
  for (const fault of faults) sandbox.faults.set({...fault, ...deed.at})
  const args = typeof deed.args === 'function' ? deed.args(url) : deed.args
  const patience = faults.some(({kind}) => kind === 'latency') ? ['--timeout', '2s'] : []
  const {exitCode = -1, stdout, stderr} = await user.run([...args, '-o', 'json', ...patience])
  const error = exitCode === 0 ? undefined : (JSON.parse(stderr) as ErrorReport)
  const again = requests() - (exitCode === 0 ? (deed.requests ?? 1) : 1)
  return {outcome: [exitCode, error?.code ?? '', deed.done(sandbox, stdout, user), again], stdout, error}
}

async function withToken({sandbox, world}: ServedSandbox): Promise<World> {
  const {access_token: token} = await signIn(sandbox)
  world.env['COMMSCTL_TOKEN'] = token
  return world
}

/** Counts the requests to one place, by a rule that is there and never strikes. */
export function countRequests({faults}: Sandbox, at: Place): () => number {
  const {id} = faults.set({kind: 'drop', rate: Number.MIN_VALUE, ...at})
  return () => faults.list().find((fault) => fault.id === id)!.seen
}

/** Does the work for each, at most four at once. */
export async function atOnce<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = all.entries()
  const lane = async () => {
    for (const [index, one] of queue) results[index] = await work(one)
  }
  await Promise.all(Array.from({length: 4}, lane))
  return results
}
