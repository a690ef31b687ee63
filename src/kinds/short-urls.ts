import createShortUrl from '../commands/short-urls/create.ts'
import deleteShortUrl from '../commands/short-urls/delete.ts'
import listShortUrls from '../commands/short-urls/list.ts'
import {collect} from '../lib/collect.ts'
import {type Kind} from '../lib/plan/kind.ts'
import {except, setFields} from '../lib/plan/parameter-fields.ts'
import {secretReference} from '../lib/plan/secret-reference.ts'
import {type Fields} from '../lib/schema.ts'
import {shortUrlFields} from '../lib/short-urls/short-url.ts'

const fields: Fields = {
  ...except(shortUrlFields, 'account_uuid', 'user_uuid'),
  short_code: {type: 'string', description: 'code at the end of the link'},
  url: {type: 'string', format: 'uri', description: 'where it leads'},
  secure_pin: secretReference,
}
const shown = except(fields, 'secure_pin')

/** Short URLs of the user by their codes. The platform changes none: what differs is deleted and made anew. */
export const shortUrls: Kind = {
  section: 'short_urls',
  noun: 'short URL',
  key: 'short_code',
  fields,
  needed: ['url'],
  once: true,
  replaced: true,
  calls: {create: createShortUrl, remove: deleteShortUrl},

  async read(planning) {
    const all = await collect(planning.all(listShortUrls, {}))
    return all.map((one) => ({key: one.short_code, id: one.short_code, fields: setFields(shown, one)}))
  },

  async create(applying, [wanted]) {
    const {url, ...body} = wanted!.fields
    await applying.call(createShortUrl, {url: url as string, body: {...body, account_uuid: applying.account}})
    return [wanted!.key]
  },

  async remove(applying, [existing]) {
    await applying.call(deleteShortUrl, {short_code: existing!.id})
  },
}
