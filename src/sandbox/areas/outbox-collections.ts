import {MASK} from '../../lib/client/masking.ts'
import {loadable} from '../loading/loadable.ts'
import {free, id, text, texts, textOrNull, things, time} from '../loading/schemas.ts'
import {outbox, outboxChannels, type OutboxMessage} from '../outbox.ts'

/** What the platform sent. Codes and tokens are in no dump: they are masked in what messages say. */
export const outboxCollections = {
  messages: loadable(outbox, {
    fields: {
      ...{uuid: id, channel: {enum: outboxChannels}, from: text, to: texts, cc: texts, bcc: texts, reply_to: texts},
      ...{subject: text, content: things, data: free, attachments: things, secret: text, sent_by: textOrNull},
      datetime: time,
    },
    required: ['channel', 'from', 'to'],
    defaults: {content: [], attachments: [], sent_by: null},
    complete: ({datetime}, now) => ({datetime: datetime ?? new Date(now).toISOString()}),
    hidden: ['secret'],
    dumped: masked,
  }),
}

function masked({content, ...message}: OutboxMessage): OutboxMessage {
  const {secret} = message
  if (secret === undefined) return {...message, content}
  return {...message, content: content.map(({type, body}) => ({type, body: body.replaceAll(secret, MASK)}))}
}
