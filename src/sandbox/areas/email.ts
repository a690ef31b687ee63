import {type FastifyInstance, type FastifyRequest} from 'fastify'
import {type EmailAttachment} from '../../lib/email/attachment.ts'
import {emailAddress} from '../contact-fields.ts'
import {type Field, listOf, objectOf, oneOf, readBody, required, string} from '../fields.ts'
import {type Attachment, putIntoOutbox} from '../outbox.ts'
import {type Sandbox} from '../sandbox.ts'

/** Attachments are in the body, in base64. */
const largestBody = 64 * 1024 * 1024

const contentTypes = ['text', 'html'] as const

/** The e-mail service: what is sent lands in the outbox. */
export function email(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/email/messages/send', {bodyLimit: largestBody}, (request) => {
    const {replyto, attachments, from, to, cc, bcc, subject, content} = readMail(request)
    const {uuid} = putIntoOutbox(sandbox, {
      ...{channel: 'email', from, to, cc, bcc, reply_to: replyto, subject, content},
      attachments: attachments.map(sizeOf),
      sent_by: request.caller.user.uuid,
    })
    return {status: 'sent', uuid}
  })
}

function readMail(request: FastifyRequest) {
  const {
    cc = [],
    bcc = [],
    replyto = [],
    attachments = [],
    ...rest
  } = readBody(request, {
    from: required(emailAddress()),
    to: required(listOf(emailAddress())),
    cc: listOf(emailAddress()),
    bcc: listOf(emailAddress()),
    replyto: listOf(emailAddress()),
    subject: required(string()),
    content: required(listOf(objectOf({type: oneOf(contentTypes), body: required(text)}))),
    attachments: listOf(objectOf({type: required(string()), id: required(string()), body: required(base64)})),
  })
  const content = rest.content.map(({type, body}) => ({type: type ?? 'text', body}))
  return {...rest, cc, bcc, replyto, attachments, content}
}

/** Of any length: a mail may be a whole page. */
const text: Field<string | undefined> = (value) =>
  value === undefined || typeof value === 'string' ? {value} : {problem: 'must be a string'}

const base64: Field<string | undefined> = (value) =>
  typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0
    ? {value}
    : {problem: 'must be base64'}

function sizeOf({id, type, body}: EmailAttachment): Attachment {
  return {name: id, type, size: Buffer.byteLength(body, 'base64')}
}
