import {randomBytes} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {type ShortUrl} from '../lib/short-urls/short-url.ts'
import {type CollectionSpec} from './collection.ts'
import {boolean, integer, pattern, readBody, required, string, uuid} from './fields.ts'
import {conflict, notFound, Refusal} from './refusal.ts'
import {type Sandbox} from './sandbox.ts'

/** A short URL as it is kept: its link begins with whatever host it is asked for on. */
export type StoredShortUrl = Omit<ShortUrl, 'short_url_link'> & {
  user_uuid: string
  /** Milliseconds on the sandbox's clock. */
  created_at: number
  views: number
}

export const shortUrls: CollectionSpec<StoredShortUrl> = {name: 'short_urls', id: 'short_code', indexes: ['user_uuid']}

const most = Number.MAX_SAFE_INTEGER

const fields = {
  url: required(pattern(/^https?:\/\/[^\s/]\S*$/i, 'must be a web address that begins with https:// or http://')),
  short_code: pattern(/^[\w-]{1,64}$/, 'must have 1 to 64 letters, digits, - and _'),
  short_domain: string({min: 1, max: 253}),
  account_uuid: uuid(),
  user_uuid: uuid(),
  expires_after: integer({min: 1, max: most}),
  max_view_count: integer({min: 1, max: most}),
  mode: string(),
  secure_pin: string({min: 1, max: 64}),
  secure_view: string(),
  analyze_content: boolean(),
  save_content: boolean(),
  save_preview: boolean(),
  thumbnail: boolean(),
}

/** A new short URL of the user that the body names, or of the caller. */
export function createShortUrl({store, clock}: Sandbox, request: FastifyRequest): StoredShortUrl {
  const {user_uuid, ...body} = readBody(request, fields)
  const user = user_uuid === undefined ? request.caller.user : request.caller.mustSeeUser(user_uuid)
  if (body.account_uuid !== undefined) request.caller.mustSee(body.account_uuid)
  const short_code = body.short_code ?? randomBytes(5).toString('base64url')
  const made = {...body, short_code, user_uuid: user.uuid, created_at: clock.now(), views: 0} as StoredShortUrl
  if (!store.collection(shortUrls).add(made)) throw conflict(`The code ${short_code} is taken.`)
  return made
}

/** Where a link leads, as long as it does; each time counts. `pin` is what was typed to get on. */
export function follow({store, clock}: Sandbox, code: string, pin: string | undefined): string {
  return store.transaction(() => {
    const found = store.collection(shortUrls).get(code)
    if (!found) throw notFound(`The short URL ${code}`)
    const {url, secure_pin, created_at, views, expires_after = most, max_view_count = most} = found
    if (views >= max_view_count || clock.now() >= created_at + expires_after * 1000) throw gone(code)
    if (secure_pin !== undefined && secure_pin !== pin) throw new Refusal(403, `The short URL ${code} needs its pin.`)
    store.collection(shortUrls).put({...found, views: views + 1})
    return url
  })
}

function gone(code: string): Refusal {
  return new Refusal(410, `The short URL ${code} leads nowhere any more.`)
}
