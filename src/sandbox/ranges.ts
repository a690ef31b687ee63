import {type Readable} from 'node:stream'
import {type FastifyReply, type FastifyRequest} from 'fastify'
import {Refusal} from './refusal.ts'

/** Bytes that can be asked for in parts. */
export interface Ranged {
  size: number
  /** Strong: two that are the same have the same bytes. */
  etag: string
  type: string
  /** The bytes from `start` to `end`, both included. */
  read(range: {start: number; end: number}): Readable
}

/** Answers with the bytes, or the range of them that the request asks for: 206, and 416 for one that there is not. */
export function sendRanged(request: FastifyRequest, reply: FastifyReply, content: Ranged): FastifyReply {
  const {size, etag, type} = content
  const range = wantedRange(request, content)
  reply.headers({'accept-ranges': 'bytes', etag}).type(type)
  if (range === undefined) {
    return reply.header('content-length', size).send(size === 0 ? '' : content.read({start: 0, end: size - 1}))
  }
  const {start, end} = range
  return reply
    .code(206)
    .headers({'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1})
    .send(content.read(range))
}

/** Undefined: the whole, also where several ranges are asked for, or one of a content that there is no longer. */
function wantedRange({headers}: FastifyRequest, {size, etag}: Ranged): {start: number; end: number} | undefined {
  const condition = headers['if-range']
  if (condition !== undefined && condition !== etag) return undefined
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start <= end) return {start, end}
  throw new Refusal(416, 'The content has no such range.', [], {'content-range': `bytes */${size}`})
}
