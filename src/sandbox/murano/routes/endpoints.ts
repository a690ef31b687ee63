import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {boolean, pattern, readBody, required, string} from '../../fields.ts'
import {conflict, notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type Endpoint, endpointMethods, endpoints, endpointsOf} from '../endpoints.ts'
import {newHexId} from '../ids.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

type EndpointRequest = FastifyRequest<{Params: {sid: string; endpoint: string}}>

const method = pattern(
  new RegExp(`^(${endpointMethods.join('|')})$`, 'i'),
  `must be one of ${endpointMethods.join(', ')}`,
)

/** The routes of a solution's own API. */
export function endpointRoutes(app: FastifyInstance, {store, clock}: Sandbox): void {
  const all = `${api}/solution/:sid/endpoint`
  const held = store.collection(endpoints)
  const mustFind = ({member, params}: EndpointRequest): Endpoint => {
    const {id} = member.mustReachSolution(params.sid)
    const endpoint = held.get(params.endpoint)
    if (endpoint?.solution_id !== id) throw notFound(`Endpoint ${params.endpoint}`)
    return endpoint
  }

  app.get(all, withToken, ({member, params}: SolutionRequest) =>
    endpointsOf(store, member.mustReachSolution(params.sid).id),
  )

  app.get(`${all}/:endpoint`, withToken, (request: EndpointRequest) => mustFind(request))

  const put = (request: SolutionRequest, known?: Endpoint): Endpoint => {
    const {sid: solution_id} = request.params
    const said = readEndpoint(request)
    const same = endpointsOf(store, solution_id).find(
      ({id, method, path}) => id !== known?.id && method === said.method && path === said.path,
    )
    if (same) throw conflict(`The solution has ${said.method} ${said.path} already.`)
    const updated_at = new Date(clock.now()).toISOString()
    const {id = newHexId(), created_at = updated_at} = known ?? {}
    return held.put({id, solution_id, ...said, created_at, updated_at})
  }

  app.post(all, withToken, (request: SolutionRequest) =>
    store.transaction(() => {
      request.member.mustReachSolution(request.params.sid)
      return put(request)
    }),
  )

  app.put(`${all}/:endpoint`, withToken, (request: EndpointRequest, reply) => {
    store.transaction(() => put(request, mustFind(request)))
    return reply.code(204).send()
  })

  app.delete(`${all}/:endpoint`, withToken, (request: EndpointRequest, reply) => {
    store.transaction(() => held.delete(mustFind(request).id))
    return reply.code(204).send()
  })
}

function readEndpoint(request: FastifyRequest): Omit<Endpoint, 'id' | 'solution_id' | 'created_at' | 'updated_at'> {
  const body = readBody(request, {
    method: required(method),
    path: required(pattern(/^\//, 'must begin with /')),
    script: required(string({max: 512 * 1024})),
    content_type: string(),
    use_basic_auth: boolean(),
  })
  return {
    method: body.method.toLowerCase(),
    path: body.path,
    script: body.script,
    content_type: body.content_type ?? '',
    use_basic_auth: body.use_basic_auth ?? false,
  }
}
