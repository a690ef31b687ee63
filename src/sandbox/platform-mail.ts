import {type OutboxMessage, putIntoOutbox} from './outbox.ts'
import {type Sandbox} from './sandbox.ts'

/** Whom messages of the platform itself come from. */
const senders = {email: 'no-reply@gulfstream.example', sms: '22395'} as const

interface SecretMessage {
  subject: string
  text: string
  secret: string
}

/** Sends a token or code by itself, on nobody's behalf. */
export function sendSecret(
  sandbox: Sandbox,
  channel: keyof typeof senders,
  to: string,
  {subject, text, secret}: SecretMessage,
): OutboxMessage {
  return putIntoOutbox(sandbox, {
    channel,
    from: senders[channel],
    to: [to],
    ...(channel === 'email' && {subject}),
    content: [{type: 'text', body: text}],
    secret,
    sent_by: null,
  })
}
