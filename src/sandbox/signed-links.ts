import {createHmac, timingSafeEqual} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {addressOf, pathOf} from './address.ts'
import {forbidden} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

type LinkRequest = FastifyRequest<{Querystring: {expires?: string; signature?: string}}>

/** The URL of a path for whoever has it, without a token, for that long on the sandbox's clock. */
export function signedLink(sandbox: Sandbox, request: FastifyRequest, path: string, lifetimeMs: number): string {
  const expires = String(sandbox.clock.now() + lifetimeMs)
  return addressOf(request, `${path}?expires=${expires}&signature=${signature(sandbox, path, expires)}`)
}

/** Throws a 403 for a request whose URL the sandbox has not signed, or whose time is over. */
export function mustBeSigned(sandbox: Sandbox, request: FastifyRequest): void {
  const {expires = '', signature: given = ''} = (request as LinkRequest).query
  const wanted = Buffer.from(signature(sandbox, pathOf(request.url), expires))
  const found = Buffer.from(String(given))
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) throw forbidden('The URL is not signed.')
  if (Number(expires) <= sandbox.clock.now()) throw forbidden('The URL has expired.')
}

function signature({store}: Sandbox, path: string, expires: string): string {
  const key = Buffer.from(store.setting<string>('token_key') ?? '', 'base64')
  return createHmac('sha256', key).update(`link ${path} ${expires}`).digest('base64url')
}
