import {randomUUID} from 'node:crypto'
import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {pathOf} from '../../address.ts'
import {OwnRefusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {answerRequest, type RequestTable} from '../answer-request.ts'
import {readFile, staticFiles} from '../files.ts'
import {applicationPrefix} from '../paths.ts'
import {type Solution, solutions} from '../records.ts'
import {open} from './route.ts'

type ApplicationRequest = FastifyRequest<{Params: {name: string; '*': string}; Querystring: JsonObject}>

/** What applications serve: on a host of their own, or below a path. Their endpoints come first, then their files. */
export function applicationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const serve = async (request: ApplicationRequest, reply: FastifyReply) => {
    const {name, '*': rest} = request.params
    const solution = sandbox.store.collection(solutions).first({subdomain: name, type: 'application'})
    if (!solution) throw refusal(404, `There is no application ${name}.`)
    const answer = await answerRequest(sandbox, solution, `/${rest}`, requestTable(sandbox, request))
    if (!answer) return sendFile(sandbox, solution, request, reply)
    const {code, headers, message} = answer
    return reply.code(code).headers(headers).send(message)
  }

  void app.register(async (own) => {
    own.removeAllContentTypeParsers()
    // What is no JSON is text to scripts.
    own.addContentTypeParser('*', {parseAs: 'string'}, (_request, text, done) => done(null, text))
    own.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: `${applicationPrefix}:name/*`,
      config: open.config,
      handler: serve,
    })
  })
}

/** What scripts get to know of a request. */
function requestTable({clock}: Sandbox, {method, url, headers, query, body}: ApplicationRequest): RequestTable {
  return {
    request_id: randomUUID(),
    server_ip: '127.0.0.1',
    timestamp: clock.now(),
    ...{method, uri: pathOf(url), headers: headers as JsonObject, parameters: {...query}},
    body: typeof body === 'string' ? parsed(body) : null,
  }
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return text
  }
}

function sendFile({store}: Sandbox, {id}: Solution, {method, params}: ApplicationRequest, reply: FastifyReply) {
  const path = `/${params['*']}`
  const file = method === 'GET' ? store.collection(staticFiles).get(`${id}:${path}`) : undefined
  if (!file) throw refusal(404, `There is no ${method} ${path}.`)
  return reply.type(file.mime_type).header('content-length', file.size).send(readFile(store, file))
}

function refusal(status: number, message: string): OwnRefusal {
  return new OwnRefusal(status, {error: message})
}
