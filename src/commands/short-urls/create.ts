import {wholeBody} from '../../lib/body-parameter.ts'
import {operation} from '../../lib/operation.ts'
import {object} from '../../lib/operation/declaration.ts'
import {url} from '../../lib/parameters.ts'
import {type ShortUrl, shortUrlColumns, shortUrlFields} from '../../lib/short-urls/short-url.ts'

export default operation({
  operation: 'ShortUrls.createShortUrl',
  summary: 'Create a short URL',
  description:
    'Besides the URL, -F or --body may say more: short_code, short_domain, expires_after, max_view_count, secure_pin, ' +
    'secure_view, mode, analyze_content, save_content, save_preview, thumbnail, account_uuid, user_uuid.',
  request: 'POST /shorturl/shorturls',
  parameters: {
    url: url('--url', 'where it leads', {required: true}),
    body: wholeBody('how it may be used', {fields: shortUrlFields, optional: true}),
  },
  effect: {changes: 'create a short URL'},
  reply: object<ShortUrl>({columns: shortUrlColumns, id: 'short_url_link'}),
  examples: [
    ['A link for a message', '--url https://sunrise.example/reminders -o id'],
    ['With a code of its own, for a day', '--url https://sunrise.example/may -F short_code=may -F expires_after=86400'],
  ],
})
