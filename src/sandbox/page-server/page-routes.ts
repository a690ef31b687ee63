import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {checkDuration} from '../../lib/input/checks.ts'
import {CliError} from '../../lib/errors.ts'
import {type Clock} from '../clock.ts'
import {type Fault, faultKinds, type Faults} from '../faults.ts'
import {integer, number, oneOf, readBody, required, string} from '../fields.ts'
import {given} from '../record-fields.ts'
import {badRequest, forbidden} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {pageState} from './page-state.ts'
import {isOfPage, pageFolder} from './paths.ts'
import {noteRequests, RequestLog} from './request-log.ts'

/** The page's files are beside the sources, and in the build beside its chunks. */
const files = join(import.meta.dirname, 'page')

const contentTypes = {'index.html': 'text/html', 'page.css': 'text/css', 'page.js': 'text/javascript'} as const

const policy = "default-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const open = {config: {auth: 'none'}} as const

/** The page of a served sandbox at `/`, and what it asks for. It is for people of this machine and needs no token. */
export function page(app: FastifyInstance, sandbox: Sandbox): void {
  const log = new RequestLog()
  noteRequests(app, log, sandbox.clock)
  app.addHook('onRequest', async ({url, host}) => {
    if (isOfPage(url) && !isLoopbackName(host)) throw forbidden('The page is for this machine: open it as 127.0.0.1.')
  })
  for (const [name, type] of Object.entries(contentTypes)) {
    const content = readFileSync(join(files, name), 'utf8')
    app.get(name === 'index.html' ? '/' : `${pageFolder}/${name}`, open, (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('content-security-policy', policy)
        .header('cache-control', 'no-cache')
        .send(content),
    )
  }
  app.get(`${pageFolder}/state`, open, () => pageState(sandbox))
  app.get(`${pageFolder}/requests`, open, (request, reply) => stream(request, reply, log))
  controlRoutes(app, sandbox)
}

function controlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const ofPage = {...open, onRequest: async (request: FastifyRequest) => mustBeOfPage(request)}
  const {clock, faults} = sandbox

  app.post(
    `${pageFolder}/clock/:action`,
    ofPage,
    async (request: FastifyRequest<{Params: {action: string}}>, reply) => {
      const {action} = request.params
      if (action === 'stop') clock.stop()
      else if (action === 'start') clock.start()
      else if (action === 'advance') advance(clock, request)
      else throw badRequest(`The clock cannot ${action}.`)
      await sandbox.catchUp()
      return reply.code(204).send()
    },
  )

  app.post(`${pageFolder}/faults`, ofPage, (request) => setFault(faults, request))
  app.delete(`${pageFolder}/faults`, ofPage, (_request, reply) => {
    faults.clear()
    return reply.code(204).send()
  })
  app.delete(`${pageFolder}/faults/:fault`, ofPage, (request: FastifyRequest<{Params: {fault: string}}>, reply) => {
    faults.clear(request.params.fault)
    return reply.code(204).send()
  })
}

const count = {min: 0, max: 1_000_000_000}

const ruleFields = {
  kind: required(oneOf(faultKinds)),
  path: required(string()),
  method: oneOf(['GET', 'POST', 'PUT', 'DELETE'] as const),
  status: integer(count),
  latencyMs: integer(count),
  retryAfter: integer(count),
  rate: number({min: 0, max: 1}),
  times: integer(count),
}

function setFault(faults: Faults, request: FastifyRequest): Fault {
  const {kind, path, ...rest} = readBody(request, ruleFields)
  return asRefusal(() => faults.set({kind, path, ...given(rest)}))
}

function advance(clock: Clock, request: FastifyRequest): void {
  const {by} = readBody(request, {by: required(string())})
  asRefusal(() => clock.advance(checkDuration(by, 'Advance by')))
}

/** Pages of other sites cannot send this header: what they post must not reach the sandbox of whoever looks at them. */
function mustBeOfPage(request: FastifyRequest): void {
  if (request.headers['x-sandbox-page'] !== '1') throw forbidden('Only the sandbox’s own page may do that.')
}

/** Whether the name in the request is this machine's own: another site's, made to point here, would read with its scripts. */
function isLoopbackName(host: string): boolean {
  const {hostname} = new URL(`http://${host}`)
  return /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(hostname)
}

/** What the commands would refuse is refused here, too. */
function asRefusal<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof CliError ? badRequest(error.message) : error
  }
}

/** Server-sent events: a message for each request. */
function stream(request: FastifyRequest, reply: FastifyReply, log: RequestLog): void {
  reply.hijack()
  reply.raw.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-cache'})
  reply.raw.write(': requests to this port\n\n')
  const stop = log.watch((logged) => reply.raw.write(`data: ${JSON.stringify(logged)}\n\n`))
  request.raw.once('close', stop)
}
