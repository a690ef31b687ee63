import {didYouMean} from '../did-you-mean.ts'
import {notFoundError} from '../errors.ts'
import {type Lookup} from '../operation/lookup.ts'

/** A route of a solution's own API. */
export interface Endpoint {
  id: string
  /** In small letters, such as `get` or `websocket`. */
  method: string
  path: string
  /** JSON where it is empty. */
  content_type?: string
  script: string
}

const asRoute = /^([a-z]+) +(\/.*)$/i

/** What people call an endpoint: `GET /fridges/{identity}`. */
export function routeOf({method, path}: Pick<Endpoint, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`
}

/** The endpoint that people name by method and path. `solution` is the wire name of the solution's parameter. */
export function endpointLookup(solution: string): Lookup {
  return {
    key: (name, values) => (asRoute.test(name) ? `endpoint ${name} of ${String(values[solution])}` : undefined),
    find: async (name, values, {caller}) => {
      const {listEndpoints} = await import('./endpoint-calls.ts')
      const [, method = '', path = ''] = asRoute.exec(name) ?? []
      const route = routeOf({method, path})
      const routes: string[] = []
      for await (const endpoint of caller.all(listEndpoints, {id: String(values[solution])})) {
        if (routeOf(endpoint) === route) return endpoint.id
        routes.push(routeOf(endpoint))
      }
      throw notFoundError(
        `There is no endpoint ${route}.${didYouMean(route, routes)}`,
        `commsctl murano endpoints list --solution ${String(values[solution])}`,
      )
    },
  }
}
