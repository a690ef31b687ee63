import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** A script that answers requests to a solution's own API. */
export interface Endpoint {
  id: string
  solution_id: string
  /** In small letters, e.g. `get` or `websocket`. */
  method: string
  /** With parameters in braces: `/fridges/{id}`. */
  path: string
  content_type: string
  script: string
  use_basic_auth: boolean
  created_at: string
  updated_at: string
}

export const endpoints: CollectionSpec<Endpoint> = {name: 'murano_endpoints', id: 'id', indexes: ['solution_id']}

export const endpointMethods = ['get', 'post', 'put', 'patch', 'delete', 'websocket'] as const

export function endpointsOf(store: Store, solutionId: string): Endpoint[] {
  return store.collection(endpoints).find({where: {solution_id: solutionId}})
}
