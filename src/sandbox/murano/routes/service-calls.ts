import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {badRequest} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {callService} from '../call-service.ts'
import {mustFindConfig} from '../service-configs.ts'
import {api, withToken} from './route.ts'

type CallRequest = FastifyRequest<{Params: {sid: string; scid: string; operation: string}; Querystring: JsonObject}>

/** Operations of services, called from outside: all arguments in one object, or in the query where there is no body. */
export function serviceCallRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const call = async (request: CallRequest, reply: FastifyReply) => {
    const {member, params} = request
    const solution = member.mustReachSolution(params.sid)
    const config = mustFindConfig(sandbox.store, solution, params.scid)
    const {status, body} = await callService(sandbox, solution, config, params.operation, argumentsOf(request))
    if (body === undefined) return reply.code(status).send()
    // It may be a text, which Fastify would send as it is.
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
  }
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: `${api}/solution/:sid/serviceconfig/:scid/call/:operation`,
    config: withToken.config,
    handler: call,
  })
}

function argumentsOf({body, query}: CallRequest): JsonObject {
  if (body === undefined || body === null) return {...query}
  if (typeof body !== 'object' || Array.isArray(body)) throw badRequest('The arguments must be one JSON object.')
  return {...query, ...(body as JsonObject)}
}
