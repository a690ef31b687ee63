import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {oneOf, readBody, required, string} from '../../fields.ts'
import {notFound} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type Solution, solutions, solutionTypes} from '../records.ts'
import {settingsOf} from '../solution-settings.ts'
import {createSolution, domainOf, removeSolution} from '../solutions.ts'
import {api, type BusinessRequest, type SolutionRequest, withToken} from './route.ts'

type SolutionOfRequest = FastifyRequest<{Params: {bizid: string; sid: string}}>

const names = {
  application: {pattern: /^[a-zA-Z0-9\s-]{1,63}$/, problem: 'must be 1 to 63 letters, digits, blanks and dashes'},
  product: {
    pattern: /^(?!\d)[a-zA-Z0-9]{2,63}$/,
    problem: 'must be 2 to 63 letters and digits, not beginning with a digit',
  },
} as const

/** Solutions: applications and products. */
export function solutionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.get(`${api}/business/:bizid/solution`, withToken, (request: BusinessRequest) => {
    const {bizid} = request.member.mustReach(request.params.bizid)
    const found = store.collection(solutions).find({where: {bizid}})
    return found.map((solution) => listed(request, solution))
  })

  app.post(`${api}/business/:bizid/solution`, withToken, (request: BusinessRequest) => {
    const business = request.member.mustReach(request.params.bizid, 'admin')
    const fields = {label: required(string()), type: required(oneOf(solutionTypes))}
    const {label: name, type} = readBody(request, fields, ({label, type}) => {
      if (label === undefined || type === undefined || names[type].pattern.test(label)) return []
      return [{field: 'label', message: names[type].problem}]
    })
    const {id} = store.transaction(() => createSolution(sandbox, business, {name, type}))
    return {id, name}
  })

  app.delete(`${api}/business/:bizid/solution/:sid`, withToken, ({member, params}: SolutionOfRequest, reply) => {
    store.transaction(() => {
      const {bizid} = member.mustReach(params.bizid, 'admin')
      const solution = store.collection(solutions).get(params.sid)
      if (solution?.bizid !== bizid) throw notFound(`Solution ${params.sid}`)
      removeSolution(store, solution)
    })
    return reply.code(204).send()
  })

  app.get(`${api}/solution/:sid`, withToken, (request: SolutionRequest) => {
    const solution = request.member.mustReachSolution(request.params.sid)
    const {id, name, type: template, bizid, created_at} = solution
    return {
      id,
      name,
      template,
      bizid,
      created_at,
      domain: domainOf(request, solution),
      cors: JSON.stringify(settingsOf(store, id).cors),
    }
  })

  app.get(`${api}/solution/:sid/version`, withToken, ({member, params}: SolutionRequest) => {
    member.mustReachSolution(params.sid)
    return {min_cli_version: '0.10'}
  })
}

function listed(request: FastifyRequest, solution: Solution) {
  const {id, bizid, type, name, created_at} = solution
  return {sid: id, apiId: id, bizid, type, name, domain: domainOf(request, solution), created_at}
}
