import {operation} from '../../lib/operation.ts'
import {list} from '../../lib/operation/declaration.ts'
import {filters, user} from '../../lib/parameters.ts'
import {type ShortUrl, shortUrlColumns, shortUrlFilters} from '../../lib/short-urls/short-url.ts'

export default operation({
  operation: 'ShortUrls.listShortUrls',
  summary: 'List the short URLs of a user',
  description: 'The table leaves pins out; other formats have them where the platform sends them.',
  request: 'GET /shorturl/shorturls',
  parameters: {
    user_uuid: user(),
    filter: filters(shortUrlFilters),
  },
  reply: list<ShortUrl>({columns: shortUrlColumns, id: 'short_code', noun: 'short URLs'}),
  examples: [
    ['Yours', ''],
    ['The one with this code', '--filter short_code=parking'],
  ],
})
