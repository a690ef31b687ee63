import {outbox} from '../../src/sandbox/outbox.ts'
import {type Sandbox} from '../../src/sandbox/sandbox.ts'
import {seededMurano, type SeededPerson} from '../../src/sandbox/murano/seeded.ts'
import {freshSandbox, type Reply} from './support.ts'

export const {businessId, applicationId, otherApplicationId, productId} = seededMurano

export type Send = (request: string, body?: object | string, headers?: Record<string, string>) => Promise<Reply>

/** Sends requests to the management API: `GET /token/`, with `/api:1` put before the path. */
export async function sender(sandbox: Sandbox, authorization?: string): Promise<Send> {
  const send = await wholeSender(sandbox, authorization)
  return (request, ...rest) => send(request.replace(' ', ' /api:1'), ...rest)
}

/** Sends requests to whatever is Murano's, as that person. */
export async function muranoClient(sandbox: Sandbox, person: SeededPerson = seededMurano): Promise<Send> {
  return wholeSender(sandbox, `token ${await muranoToken(sandbox, person)}`)
}

async function wholeSender(sandbox: Sandbox, authorization?: string): Promise<Send> {
  const app = await sandbox.app()
  return async (request, body, headers = {}) => {
    const [method, path] = request.split(' ') as ['GET', string]
    const reply = await app.inject({
      method,
      url: path,
      headers: {
        host: 'localhost',
        'content-type': 'application/json',
        ...(authorization !== undefined && {authorization}),
        ...headers,
      },
      ...(body !== undefined && {payload: typeof body === 'string' ? body : JSON.stringify(body)}),
    })
    return {status: reply.statusCode, headers: reply.headers, text: reply.body, json: () => reply.json()}
  }
}

export async function muranoToken(sandbox: Sandbox, {email, password}: SeededPerson = seededMurano): Promise<string> {
  const send = await sender(sandbox)
  return ((await send('POST /token/', {email, password})).json() as {token: string}).token
}

/** A fresh sandbox, and what sends as that person. */
export async function muranoSandbox(person: SeededPerson = seededMurano) {
  const sandbox = freshSandbox(10)
  return {sandbox, send: await sender(sandbox, `token ${await muranoToken(sandbox, person)}`)}
}

/** The code that was mailed last. */
export function mailedCode({store}: Sandbox): string {
  return store.collection(outbox).find().at(-1)?.secret ?? ''
}
