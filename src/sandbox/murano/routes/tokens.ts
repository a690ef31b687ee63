import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {emailAddress} from '../../contact-fields.ts'
import {oneOf, readBody, required, string} from '../../fields.ts'
import {conflict, notFound, unauthorized} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {muranoTokens, persons} from '../records.ts'
import {acceptKey, mailKey, mustFindKey, signIn, tokenOf} from '../tokens.ts'
import {api, open} from './route.ts'

type TokenRequest = FastifyRequest<{Params: {token: string}}>
type KeyRequest = FastifyRequest<{Params: {code: string}}>

/** Logging in and out, with a code by mail where that is asked for; and signing up. */
export function tokenRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store, clock} = sandbox

  app.post(`${api}/token`, open, (request) => {
    const {email, password} = readBody(request, {email: required(string()), password: required(string())})
    return {token: signIn(sandbox, email, password).token}
  })

  app.get(`${api}/token/:token`, open, ({params}: TokenRequest) => {
    const found = tokenOf(sandbox, params.token)
    if (!found) throw unauthorized('The token is not valid.')
    return {email: found.email, ttl: Math.floor((found.expires_at - clock.now()) / 1000)}
  })

  app.delete(`${api}/token/:token`, open, ({params}: TokenRequest) => {
    if (!store.collection(muranoTokens).delete(params.token)) throw notFound('The token')
    return {}
  })

  app.get(`${api}/key/:code`, open, ({params}: KeyRequest) => {
    const {purpose, email} = mustFindKey(sandbox, params.code)
    return {purpose, status: 'exists', email, bizid: null, businessName: null}
  })

  app.post(`${api}/key/:code`, open, (request: KeyRequest) => {
    const {password} = readBody(request, {password: required(string())})
    return {token: acceptKey(sandbox, request.params.code, password).token}
  })

  app.post(`${api}/key`, open, (request) => {
    const body = readBody(request, {
      email: required(emailAddress()),
      source: required(oneOf(['signup', 'reset'])),
      name: string(),
      company: string(),
    })
    const email = body.email.toLowerCase()
    const known = store.collection(persons).get(email)
    if (body.source === 'signup') {
      if (known) throw conflict('There is a user of this address already.')
      const company = body.company === undefined ? {} : {company: body.company}
      mailKey(sandbox, {purpose: 'signup', email, name: body.name ?? email, ...company}, 'Your code to sign up')
    } else if (known) {
      mailKey(sandbox, {purpose: 'reset', email, name: known.name}, 'Your code to set a new password')
    }
    return {}
  })
}
