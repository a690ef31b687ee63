import {Client} from '../../../src/lib/client/client.ts'
import {Connections} from '../../../src/lib/client/undici.ts'
import {type Clock} from '../../../src/lib/client/clock.ts'
import {Service} from '../../../src/lib/operation/service.ts'
import {type Caller} from '../../../src/lib/operation/declaration.ts'
import {InProcessDispatcher} from '../../../src/sandbox/dispatcher.ts'
import {type Sandbox} from '../../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../../src/sandbox/seeded-access.ts'
import {freshSandbox, signIn} from '../../sandbox/support.ts'

const host = 'http://sandbox.localhost'

/** Real time, without the waiting between attempts. */
const hurried: Clock = {now: () => Date.now(), delay: async () => undefined, random: () => 0}

/** Calls to a fresh sandbox, by its administrator. */
export async function sandboxCaller(): Promise<{caller: Caller; sandbox: Sandbox}> {
  const sandbox = freshSandbox(10)
  const {access_token: token} = await signIn(sandbox)
  const client = new Client({
    hosts: {api: host, auth: host, murano: host},
    apiVersion: 'v1',
    version: '0.0.0',
    credentials: {
      accessToken: async () => token,
      renew: async () => undefined,
      basicToken: async () => seededAccess.basicToken,
      muranoToken: async () => 'm',
    },
    clock: hurried,
    connections: new Connections({}, new InProcessDispatcher(() => sandbox.app())),
  })
  const caller = new Service({
    client,
    ids: {get: () => undefined, set: () => undefined, forget: () => undefined},
    mended: async (refusal) => refusal,
    fallback: async () => undefined,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    waiting: {start: () => undefined, stop: () => undefined},
  })
  return {caller, sandbox}
}
