import {shortUrlFields} from '../../lib/short-urls/short-url.ts'
import {loadable} from '../loading/loadable.ts'
import {among, wholeNumber} from '../loading/schemas.ts'
import {identities} from '../records.ts'
import {shortUrls} from '../short-urls.ts'

const fieldNames = [
  ...(['short_code', 'account_uuid', 'user_uuid', 'short_domain', 'expires_after', 'max_view_count'] as const),
  ...(['secure_pin', 'secure_view', 'mode', 'analyze_content', 'save_content', 'save_preview', 'thumbnail'] as const),
]

/** Short URLs. Their pins are in no dump; a file may give one. */
export const shortUrlCollections = {
  short_urls: loadable(shortUrls, {
    fields: {
      ...{...among(shortUrlFields, fieldNames), url: {type: 'string', pattern: '^https?://[^\\s/]'}},
      ...{created_at: wholeNumber, views: wholeNumber},
    },
    required: ['short_code', 'url', 'user_uuid'],
    defaults: {views: 0},
    complete: ({created_at}, now) => ({created_at: created_at ?? now}),
    refers: {user_uuid: identities},
    hidden: ['secure_pin'],
  }),
}
