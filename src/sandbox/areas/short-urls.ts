import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type ShortUrl} from '../../lib/short-urls/short-url.ts'
import {filtersOf, listCollection, mapItems} from '../lists.ts'
import {notFound} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {createShortUrl, follow, shortUrls as records, type StoredShortUrl} from '../short-urls.ts'

type CodeRequest = FastifyRequest<{Params: {code: string}; Querystring: {pin?: string}}>

const filterable = ['short_code', 'url', 'account_uuid', 'short_domain', 'mode']

/** The short URL service, and the links themselves, which lead on as long as they may. */
export function shortUrls(app: FastifyInstance, sandbox: Sandbox): void {
  const urls = sandbox.store.collection(records)

  app.get('/shorturl/shorturls', {preHandler: readSecondQuery}, (request) => {
    const user = userOf(request, (request.query as {user_uuid?: string}).user_uuid)
    const where = {...filtersOf(request, filterable), user_uuid: user}
    return mapItems(listCollection(request, urls, {where}), (url) => view(request, url))
  })

  app.post('/shorturl/shorturls', (request) => view(request, createShortUrl(sandbox, request)))

  app.delete('/shorturl/shorturls/:code', (request: CodeRequest, reply) => {
    const {code} = request.params
    const user = userOf(request, request.headers['user_uuid'] as string | undefined)
    if (urls.deleteWhere({short_code: code, user_uuid: user}) === 0) throw notFound(`The short URL ${code}`)
    return reply.code(204).send()
  })

  // Whoever looks at a link beforehand does not use it up.
  app.get('/shorturl/:code', {config: {auth: 'none'}, exposeHeadRoute: false}, (request: CodeRequest, reply) =>
    reply.redirect(follow(sandbox, request.params.code, request.query.pin), 302),
  )
}

/** The user who is named, when the caller sees them; else the caller. */
function userOf({caller}: FastifyRequest, named: string | undefined): string {
  return named === undefined ? caller.user.uuid : caller.mustSeeUser(named).uuid
}

/** With its link on the host that the request came to; how it was used is nobody’s business. */
function view(
  {protocol, host}: FastifyRequest,
  url: StoredShortUrl,
): ShortUrl & {created_at: undefined; views: undefined} {
  const short_url_link = `${protocol}://${host}/shorturl/${url.short_code}`
  return {...url, short_url_link, created_at: undefined, views: undefined}
}

/** Known clients begin their filters with a second `?`, which makes it part of the value before: `user_uuid=U?limit=5`. */
async function readSecondQuery(request: FastifyRequest): Promise<void> {
  const query = request.query as Record<string, string | string[] | undefined>
  const [user, ...more] = [query['user_uuid'] ?? []].flat().join('?').split('?')
  const added = Object.fromEntries(new URLSearchParams(more.join('&')))
  request.query = {...query, ...(user !== '' && {user_uuid: user}), ...added}
}
