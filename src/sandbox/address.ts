import {type FastifyRequest} from 'fastify'

/** The URL of a path on the host that the request came to, with the prefix that it came by. */
export function addressOf(request: FastifyRequest, path: string): string {
  const prefix = request.originalUrl.slice(0, request.originalUrl.length - request.url.length)
  return `${request.protocol}://${request.host}${prefix}${path}`
}

/** The path of a request, without its query. */
export function pathOf(url: string): string {
  return url.split('?')[0] ?? url
}
