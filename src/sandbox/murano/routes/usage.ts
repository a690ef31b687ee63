import {type FastifyInstance} from 'fastify'
import {type Sandbox} from '../../sandbox.ts'
import {linesOf, logView} from '../logs.ts'
import {configsOf, mustFindConfig} from '../service-configs.ts'
import {callsOf} from '../usage.ts'
import {api, type SolutionRequest, withToken} from './route.ts'
import {type ConfigRequest} from './service-configs.ts'

const dailyQuota = 100_000

/** How much a solution has used its services. */
export function usageRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const {store} = sandbox

  app.get(`${api}/solution/:sid/usage`, withToken, ({member, params}: SolutionRequest) => {
    const configs = configsOf(store, member.mustReachSolution(params.sid))
    return Object.fromEntries(
      configs.map((config) => {
        const {daily, monthly, total} = callsOf(sandbox, config)
        const usage = {calls_daily: daily, calls_monthly: monthly, calls_total: total}
        return [config.service, {quota: {daily: dailyQuota}, usage}]
      }),
    )
  })

  app.get(`${api}/solution/:sid/serviceconfig/:scid/info`, withToken, ({member, params}: ConfigRequest) => {
    const config = mustFindConfig(store, member.mustReachSolution(params.sid), params.scid)
    return {calls: callsOf(sandbox, config)}
  })

  app.get(`${api}/solution/:sid/serviceconfig/:scid/logs`, withToken, ({member, params}: ConfigRequest) => {
    const {service, solution_id} = mustFindConfig(store, member.mustReachSolution(params.sid), params.scid)
    const items = linesOf(store, solution_id).filter((line) => line.service === service)
    return {items: items.reverse().map(logView), total: items.length}
  })
}
