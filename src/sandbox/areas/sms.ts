import {type FastifyInstance} from 'fastify'
import {object, readBody, required} from '../fields.ts'
import {contentParts, sendMessage} from '../messaging/messages.ts'
import {e164, phoneNumber} from '../phone-numbers.ts'
import {type Sandbox} from '../sandbox.ts'

/** The SMS service: messages outside any conversation. */
export function sms(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/sms/messages/send', (request) => {
    const {to, from, content, metadata} = readBody(request, {
      to: required(phoneNumber()),
      from: required(phoneNumber()),
      content: required(contentParts()),
      metadata: object(),
    })
    const recipient = e164(to) ?? to
    return sendMessage(sandbox, request.caller, {
      to: recipient,
      recipients: [recipient],
      from,
      channel: 'sms',
      content,
      metadata,
    })
  })
}
