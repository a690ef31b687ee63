import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {seededMurano} from '../../src/sandbox/murano/seeded.ts'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededAccess} from '../../src/sandbox/seeded-access.ts'
import {World} from './world.ts'

export interface ServedSandbox {
  sandbox: Sandbox
  url: string
  /** A user of their own whose commands talk to it, as its administrator; by password unless they are given a token. */
  world: World
}

/** A freshly seeded sandbox in this process, on a port, gone when the test is: what commands did to it can be looked at. */
export async function servedSandbox(options: {numbers?: number} = {}): Promise<ServedSandbox> {
  const world = new World()
  const sandbox = openSandbox({file: join(world.home, 'sandbox.db'), ...options})
  const url = await (await sandbox.app()).listen({port: 0, host: '127.0.0.1'})
  onTestFinished(async () => {
    await sandbox.close()
    world.dispose()
  })
  const {basicToken, email, password, accountUuid, userUuid} = seededAccess
  Object.assign(world.env, {
    COMMSCTL_API_HOST: url,
    COMMSCTL_AUTH_HOST: url,
    COMMSCTL_MURANO_HOST: url,
    COMMSCTL_MURANO_EMAIL: seededMurano.email,
    COMMSCTL_MURANO_TOKEN: await muranoToken(url),
    COMMSCTL_BASIC_TOKEN: basicToken,
    COMMSCTL_EMAIL: email,
    COMMSCTL_PASSWORD: password,
    COMMSCTL_ACCOUNT: accountUuid,
    COMMSCTL_USER: userUuid,
  })
  return {sandbox, url, world}
}

async function muranoToken(url: string): Promise<string> {
  const {email, password} = seededMurano
  const body = JSON.stringify({email, password})
  const reply = await fetch(`${url}/api:1/token/`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body,
  })
  return ((await reply.json()) as {token: string}).token
}
