import {type FastifyInstance} from 'fastify'
import {oneOf, readBody, string} from '../../fields.ts'
import {badRequest} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {endpointsOf} from '../endpoints.ts'
import {eventHandlers} from '../event-handlers.ts'
import {modulesOf} from '../modules.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

/** The scripts of a solution as a whole. Its changes are deployed at once, and nothing is fetched from where templates are. */
export function solutionScriptRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const one = `${api}/solution/:sid`

  app.get(`${one}/route/:route/script`, withToken, (request: SolutionRequest, reply) => {
    const {id} = request.member.mustReachSolution(request.params.sid)
    const parts = [
      ...modulesOf(store, id).map(({name, script}) => `-- module ${name}\n${script}`),
      ...endpointsOf(store, id).map(({method, path, script}) => `-- endpoint ${method} ${path}\n${script}`),
      ...store
        .collection(eventHandlers)
        .find({where: {solution_id: id}})
        .map(({name, script}) => `-- eventhandler ${name}\n${script}`),
    ]
    return reply.type('text/plain; charset=utf-8').send(parts.join('\n'))
  })

  app.post(`${one}/deploy/incr`, withToken, ({member, params}: SolutionRequest) => {
    member.mustReachSolution(params.sid)
    return {}
  })

  app.post(`${one}/update`, withToken, (request: SolutionRequest) => {
    request.member.mustReachSolution(request.params.sid)
    const {url, from} = readBody(request, {url: string(), from: oneOf(['file', 'github', 'zip'])})
    if (from !== undefined && url === undefined) throw badRequest('', [{field: 'url', message: 'is required'}])
    return {}
  })
}
