import {operation} from '../../lib/operation.ts'
import {empty} from '../../lib/operation/declaration.ts'
import {text, user} from '../../lib/parameters.ts'

export default operation({
  operation: 'ShortUrls.deleteShortCode',
  summary: 'Delete a short URL',
  request: 'DELETE /shorturl/shorturls/{short_code}',
  parameters: {
    short_code: text('SHORT_CODE', 'code at the end of the link'),
    user_uuid: user({in: 'header user_uuid'}),
  },
  effect: {changes: 'delete the short URL', destructive: true},
  reply: empty('The short URL is deleted.'),
  examples: [['A link that nobody needs any more', 'parking']],
})
