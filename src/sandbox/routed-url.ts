import {type IncomingMessage} from 'node:http'
import {applicationPrefix, devicePrefix, isForMurano} from './murano/paths.ts'

/** What of a request says where it goes. */
export type RoutedRequest = Pick<IncomingMessage, 'url' | 'headers'>

/** What the path of a request begins with, if an area has it. */
export function firstSegmentOf(request: RoutedRequest, firstSegments: ReadonlySet<string>): string | undefined {
  const [first = ''] = routedUrl(request, firstSegments).slice(1).split(/[/?]/, 1)
  return firstSegments.has(first) ? first : undefined
}

/** The URL as routes have it, of a request's. */
export function routedUrl({url = '/', headers}: RoutedRequest, firstSegments: ReadonlySet<string>): string {
  const [, name = '', kind] = /^([a-z0-9_-]+)\.(m2|apps)\./i.exec(headers.host ?? '') ?? []
  if (kind) return `${kind.toLowerCase() === 'm2' ? devicePrefix : applicationPrefix}${name.toLowerCase()}${url}`
  const routed = withoutPrefix(url, firstSegments)
  return isForMurano(routed) ? withoutSlash(routed) : routed
}

/** A host may be configured with a path, e.g. `http://127.0.0.1:4010/x`: what comes before the first segment that an area begins with is not ours. */
function withoutPrefix(url: string, firstSegments: ReadonlySet<string>): string {
  const [path = '', query] = url.split(/(?=\?)/, 2)
  const segments = path.split('/')
  const start = segments.findIndex((segment, index) => index > 0 && firstSegments.has(segment))
  return start > 1 ? `/${segments.slice(start).join('/')}${query ?? ''}` : url
}

/** Clients of Murano end some paths with a slash and some not, and it takes both. A file without name is the first page. */
function withoutSlash(url: string): string {
  const [path = '', query = ''] = url.split(/(?=\?)/, 2)
  return path.endsWith('/') && !/\/file(upload)?\/$/.test(path) ? `${path.slice(0, -1)}${query}` : url
}
