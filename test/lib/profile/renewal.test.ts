import {spawn} from 'node:child_process'
import {mkdir, utimes} from 'node:fs/promises'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {expect, onTestFinished, test} from 'vitest'
import {updateConfig} from '../../../src/lib/profile/config-file.ts'
import {createSecretStore} from '../../../src/lib/profile/secrets.ts'
import {tempHome} from './temp-home.ts'
import {startTokenEndpoint} from './token-endpoint.ts'

const script = fileURLToPath(new URL('renewing-process.ts', import.meta.url))

/** A process that is ready to ask for its access token, and does so when told. */
function startProcess(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: {PATH: process.env.PATH, ...env},
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const nextLine = async () => (await lines.next()).value as string | undefined
  return {ready: nextLine(), go: () => child.stdin.write('go\n'), token: nextLine}
}

async function userWithExpiredSession() {
  const {env, paths} = await tempHome()
  const endpoint = await startTokenEndpoint()
  const origins = [endpoint.url]
  await updateConfig(paths.configFile, (config) => {
    config.profiles.prod = {api_host: endpoint.url, auth_host: endpoint.url}
    config.current = 'prod'
  })
  const store = createSecretStore({paths, mode: 'file', note: () => undefined})
  await store.set('prod', {
    session: {
      ...{access_token: 'access-0', refresh_token: 'refresh-0', token_type: 'Bearer', grant: 'password', origins},
      expires_at: Date.now() - 1_000,
    },
    basic_token: {value: 'stored-basic', origins},
  })
  return {env, paths, endpoint, store}
}

test('ten processes that find an expired token refresh it once', {timeout: 60_000}, async () => {
  const {env, endpoint, store} = await userWithExpiredSession()
  const processes = Array.from({length: 10}, () => startProcess(env))
  expect(await Promise.all(processes.map(({ready}) => ready))).toEqual(Array(10).fill('ready'))
  for (const {go} of processes) go()
  expect(await Promise.all(processes.map(({token}) => token()))).toEqual(Array(10).fill('access-1'))
  expect(endpoint.requests.map(({form}) => form.get('refresh_token'))).toEqual(['refresh-0'])
  expect(await store.get('prod', 'session')).toMatchObject({refresh_token: 'refresh-1'})
})

test('the lock of a process that died is taken over', {timeout: 60_000}, async () => {
  const {env, paths, endpoint} = await userWithExpiredSession()
  const lock = join(paths.locks, 'session-prod.lock')
  await mkdir(lock, {recursive: true})
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(lock, longAgo, longAgo)
  const process = startProcess(env)
  await process.ready
  process.go()
  expect(await process.token()).toBe('access-1')
  expect(endpoint.requests).toHaveLength(1)
})
