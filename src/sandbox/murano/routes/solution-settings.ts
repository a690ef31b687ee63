import {type FastifyInstance} from 'fastify'
import {readObject} from '../../fields.ts'
import {type Sandbox} from '../../sandbox.ts'
import {solutionSettings, settingsOf} from '../solution-settings.ts'
import {api, type SolutionRequest, withToken} from './route.ts'

/** What is set for a solution as a whole: cross-origin requests to its API, and its environment. */
export function solutionSettingRoutes(app: FastifyInstance, {store}: Sandbox): void {
  const settings = ({member, params}: SolutionRequest) => settingsOf(store, member.mustReachSolution(params.sid).id)
  const change = (request: SolutionRequest, name: 'cors' | 'env') => {
    const value = readObject(request)
    store.transaction(() => store.collection(solutionSettings).put({...settings(request), [name]: value}))
  }

  app.get(`${api}/solution/:sid/cors`, withToken, (request: SolutionRequest) => settings(request).cors)

  app.put(`${api}/solution/:sid/cors`, withToken, (request: SolutionRequest, reply) => {
    change(request, 'cors')
    return reply.code(204).send()
  })

  app.get(`${api}/solution/:sid/env`, withToken, (request: SolutionRequest) => settings(request).env)

  app.post(`${api}/solution/:sid/env`, withToken, (request: SolutionRequest) => {
    change(request, 'env')
    return {}
  })
}
