import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createInterface} from 'node:readline'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {bin} from './user.ts'

export interface Access {
  url: string
  token: string
  /** The process that serves. */
  pid: number
}

/** Serves the user's sandbox while the work is done, with the variables that lead commands to it. */
export async function served<T>(
  user: NodeJS.ProcessEnv,
  work: (env: NodeJS.ProcessEnv, access: Access) => Promise<T>,
): Promise<T> {
  const args = [bin, 'sandbox', 'serve', '--port', '0']
  const server = spawn(process.execPath, args, {env: user, stdio: ['ignore', 'pipe', 'inherit']})
  try {
    const url = String((await createInterface({input: server.stdout})[Symbol.asyncIterator]().next()).value)
    const token = await tokenFrom(url)
    const variables = {COMMSCTL_API_HOST: url, COMMSCTL_AUTH_HOST: url, COMMSCTL_TOKEN: token}
    return await work({...user, ...variables}, {url, token, pid: server.pid!})
  } finally {
    server.kill()
    await once(server, 'exit')
  }
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
