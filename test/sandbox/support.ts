import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {openSandbox, type Sandbox} from '../../src/sandbox/sandbox.ts'
import {mustBeDeclared} from './declared-statuses.ts'
import {seededAccess, type SeededUser} from '../../src/sandbox/seeded-access.ts'
import {copySeeded} from '../support/seeded-file.ts'

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'commsctl-sandbox-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A freshly seeded sandbox of the test's own. */
export function freshSandbox(numbers?: number): Sandbox {
  const file = join(temporaryFolder(), 'sandbox.db')
  copySeeded(file, numbers)
  const sandbox = openSandbox({file, ...(numbers !== undefined && {numbers})})
  onTestFinished(() => sandbox.close())
  return sandbox
}

/** Puts a sandbox on a port; returns its URL. */
export async function serve(sandbox: Sandbox): Promise<string> {
  return (await sandbox.app()).listen({port: 0, host: '127.0.0.1'})
}

export interface Reply {
  status: number
  headers: Record<string, unknown>
  text: string
  json: () => unknown
}

/** Asks for a token, in the form encoding that the service takes. */
export async function tokenRequest(
  sandbox: Sandbox,
  fields: Record<string, string>,
  headers: Record<string, string> = {authorization: `Basic ${seededAccess.basicToken}`},
): Promise<Reply> {
  const app = await sandbox.app()
  const reply = await app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: {'content-type': 'application/x-www-form-urlencoded', ...headers},
    payload: new URLSearchParams(fields).toString(),
  })
  return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json()}
}

export interface Tokens {
  access_token: string
  refresh_token: string
  expires_in: number
}

export async function signIn(sandbox: Sandbox, user: SeededUser = seededAccess): Promise<Tokens> {
  const reply = await tokenRequest(sandbox, {grant_type: 'password', email: user.email, password: user.password})
  return reply.json() as Tokens
}

/** Sends requests as one user, with the Content-Type that clients send on every call. What goes well must be answered as the platform does. */
export async function signedIn(sandbox: Sandbox, user: SeededUser = seededAccess) {
  const app = await sandbox.app()
  const {access_token: token} = await signIn(sandbox, user)
  return async (request: string, body?: object | string, headers: Record<string, string> = {}): Promise<Reply> => {
    const [method, url] = request.split(' ') as ['GET', string]
    const reply = await app.inject({
      method,
      url,
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers},
      ...(body !== undefined && {payload: typeof body === 'string' ? body : JSON.stringify(body)}),
    })
    mustBeDeclared(request, reply.statusCode)
    return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json()}
  }
}

/** What the details of a refusal say, as `FIELD MESSAGE`. */
export function problemsOf(reply: Reply): string[] {
  const {details} = reply.json() as {details: {field: string; message: string}[]}
  return details.map(({field, message}) => `${field} ${message}`)
}

/** Numbers of Sarasota, beginning with line `from`: those of 100 to 199 are for sale. */
export function numberRange(count: number, from = 100): string[] {
  return Array.from({length: count}, (_, index) => `+194123${String(40_000 + from + index)}`)
}
