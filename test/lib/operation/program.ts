import {execa, type Options, type Result} from 'execa'
import {mkdtempSync, rmSync} from 'node:fs'
import {type ServerResponse} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {type PtyRun, startPty} from '../../support/pty.ts'
import {json, serve, type Seen, type TestServer} from '../client/support.ts'

const program = join(import.meta.dirname, '../../fixtures/run.cjs')

export const account = '11111111-1111-4111-8111-111111111111'
export const user = '22222222-2222-4222-8222-222222222222'

export type Answer = (response: ServerResponse, seen: Seen, nth: number) => void

export type Run = Result<{reject: false; encoding: 'utf8'}>

/** The program with the fixture commands, a home of its own, and a server that it talks to. */
export interface Fixture {
  server: TestServer
  home: string
  env: Record<string, string>
  /** Runs it with pipes and without standard input; never throws for an exit code. */
  run: (args: readonly string[], options?: Options) => Promise<Run>
  /** Starts it in a terminal. */
  start: (args: readonly string[], env?: Record<string, string>) => PtyRun
}

/** A fixture whose server answers as told; an empty object unless told. All ends with the test. */
export async function fixture(answer: Answer = (response) => json(response, 200, {})): Promise<Fixture> {
  const server = await serve(answer)
  const home = mkdtempSync(join(tmpdir(), 'commsctl-operation-'))
  onTestFinished(() => rmSync(home, {recursive: true, force: true}))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    NO_COLOR: '1',
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    COMMSCTL_API_HOST: `${server.url}/api`,
    COMMSCTL_AUTH_HOST: `${server.url}/auth`,
    COMMSCTL_TOKEN: 'the-token',
    COMMSCTL_BASIC_TOKEN: 'dGhlOmJhc2lj',
    COMMSCTL_ACCOUNT: account,
    COMMSCTL_USER: user,
  }
  const run = (args: readonly string[], options: Options = {}) =>
    execa(process.execPath, [program, ...args], {
      ...{reject: false, extendEnv: false, env, cwd: home, stdin: 'ignore'},
      ...options,
    }) as unknown as Promise<Run>
  return {
    server,
    home,
    env,
    run,
    start: (args, extra = env) => startPty(process.execPath, [program, ...args], {columns: 120, env: extra, cwd: home}),
  }
}

/** The path of a request as it was sent, without the base of the host. */
export function pathOf(seen: Seen | undefined): string {
  return (seen?.url ?? '').replace(/^\/(api|auth)/, '').replace(/\?.*/, '')
}

/** The query of a request: names with values, decoded, in order. */
export function queryOf(seen: Seen | undefined): string[] {
  const {searchParams} = new URL(seen?.url ?? '', 'http://host')
  return [...searchParams].map(([name, value]) => `${name}=${value}`)
}

export function bodyOf(seen: Seen | undefined): unknown {
  return JSON.parse(seen?.body ?? '')
}

/** The one JSON object on stderr. */
export function errorOf({stderr}: Run): Record<string, unknown> {
  return JSON.parse(stderr) as Record<string, unknown>
}

/** A page of `total` things as the service sends it, for the offset and limit in the query under these names. */
export function thingsPage(seen: Seen, total: number, names = {offset: 'offset', limit: 'limit'}) {
  const {searchParams} = new URL(seen.url, 'http://host')
  const offset = Number(searchParams.get(names.offset) ?? 0)
  const limit = Number(searchParams.get(names.limit) ?? 10)
  const count = Math.max(0, Math.min(limit, total - offset))
  const items = Array.from({length: count}, (_, at) => ({id: `T${offset + at}`, name: `thing ${offset + at}`}))
  return {items, metadata: {total, offset, count, limit}}
}
