import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {basename} from 'node:path'
import {lookup} from 'mrmime'
import {type Client} from '../client/client.ts'
import {badReply} from '../errors.ts'
import {type UploadTicket} from './content-calls.ts'

/** What Murano wants to know of a content before it says where to send it. */
export async function announced(
  path: string,
  name: string,
  type: string | undefined,
): Promise<{sha256: string; type: string}> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return {sha256: hash.digest('hex'), type: type ?? lookup(name) ?? lookup(path) ?? 'application/octet-stream'}
}

/** Sends a content where Murano has said, which checks it against what was announced. */
export async function sendContent(
  client: Pick<Client, 'postLink'>,
  ticket: Partial<UploadTicket> | undefined,
  path: string,
): Promise<void> {
  const {url, field, inputs = {}} = ticket ?? {}
  if (typeof url !== 'string' || typeof field !== 'string') throw badReply('it does not say where to send the content')
  const fields = Object.entries(inputs)
  await client.postLink(url, {kind: 'multipart', fields: [...fields, [field, {path, filename: basename(path)}]]})
}
