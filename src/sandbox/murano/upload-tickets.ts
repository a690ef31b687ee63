import {randomUUID} from 'node:crypto'
import {type FastifyRequest} from 'fastify'
import {type JsonObject} from '../../lib/client/wire.ts'
import {addressOf} from '../address.ts'
import {type CollectionSpec} from '../collection.ts'
import {badRequest} from '../refusal.ts'
import {type Sandbox} from '../sandbox.ts'
import {bucketPath} from './paths.ts'

/** The permission to upload one content. */
export interface UploadTicket {
  /** What the form of the upload shows. */
  policy: string
  product_id: string
  name: string
  sha256: string
  type: string
  tags: JsonObject
  expires_at: number
}

export const uploadTickets: CollectionSpec<UploadTicket> = {name: 'murano_upload_tickets', id: 'policy', indexes: []}

interface Draft {
  product_id: string
  name: string
  sha256: string
  type: string
  /** JSON. */
  tags?: string
}

/** Where to post a content to, and with what beside it. */
export function uploadTicket(sandbox: Sandbox, request: FastifyRequest, {tags, ...draft}: Draft, seconds: number) {
  const policy = randomUUID()
  const expires_at = sandbox.clock.now() + seconds * 1000
  sandbox.store.collection(uploadTickets).put({...draft, policy, tags: tagsOf(tags), expires_at})
  return {
    url: addressOf(request, bucketPath(draft.product_id)),
    method: 'POST',
    enctype: 'multipart/form-data',
    field: 'file',
    inputs: {key: draft.name, policy, 'Content-Type': draft.type, 'x-amz-meta-sha256': draft.sha256},
    id: Buffer.from(draft.name).toString('hex'),
  }
}

function tagsOf(text: string | undefined): JsonObject {
  if (text === undefined) return {}
  try {
    const tags: unknown = JSON.parse(text)
    if (typeof tags === 'object' && tags !== null && !Array.isArray(tags)) return tags as JsonObject
  } catch {
    // As with what is no object.
  }
  throw badRequest('', [{field: 'tags', message: 'must be a JSON object'}])
}
