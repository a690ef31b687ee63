import {type FastifyRequest} from 'fastify'

/** What the path of every route of the management API begins with. The platform's is `/api:1`; to the router, a colon is two. */
export const api = '/api::1'

/** A route for those with a token of Murano. */
export const withToken = {config: {auth: 'murano'}} as const

/** A route for everybody. */
export const open = {config: {auth: 'none'}} as const

export type SolutionRequest = FastifyRequest<{Params: {sid: string}}>
export type BusinessRequest = FastifyRequest<{Params: {bizid: string}}>
