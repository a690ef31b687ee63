import {type FastifyInstance, type FastifyReply, type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../../lib/client/wire.ts'
import {readObject} from '../../fields.ts'
import {forbidden} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {callService} from '../call-service.ts'
import {mustFindConfig} from '../service-configs.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

type OneRequest = FastifyRequest<{Params: {sid: string; id: string}}>

/** Users and roles of an application: other ways to operations of its user service. */
export function userRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const call = async (request: SolutionRequest, operation: string, given: JsonObject = {}) => {
    const solution = request.member.mustReachSolution(request.params.sid)
    if (solution.type === 'product') throw forbidden('A product has no users.')
    const config = mustFindConfig(sandbox.store, solution, 'user')
    const {body} = await callService(sandbox, solution, config, operation, given)
    return body
  }
  const done = (reply: FastifyReply, status: number) => reply.code(status).send()
  const roles = `${api}/solution/:sid/role`
  const users = `${api}/solution/:sid/user`

  app.get(roles, withToken, async (request: SolutionRequest) => (await call(request, 'listRoles')) ?? [])

  app.get(`${roles}/:id`, withToken, async (request: OneRequest) =>
    call(request, 'getRole', {role_id: request.params.id}),
  )

  app.post(roles, withToken, async (request: SolutionRequest, reply) => {
    await call(request, 'createRole', readObject(request))
    return done(reply, 205)
  })

  app.delete(`${roles}/:id`, withToken, async (request: OneRequest, reply) => {
    await call(request, 'deleteRole', {role_id: request.params.id})
    return done(reply, 200)
  })

  app.get(users, withToken, async (request: SolutionRequest) => (await call(request, 'listUsers')) ?? [])

  app.get(`${users}/:id`, withToken, async (request: OneRequest) => call(request, 'getUser', {id: request.params.id}))

  app.post(users, withToken, async (request: SolutionRequest) => call(request, 'createUser', readObject(request)))

  app.delete(`${users}/:id`, withToken, async (request: OneRequest, reply) => {
    await call(request, 'deleteUser', {id: request.params.id})
    return done(reply, 200)
  })
}
