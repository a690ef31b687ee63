import {createHash} from 'node:crypto'
import {Readable} from 'node:stream'
import {type CollectionSpec} from '../collection.ts'
import {type Store} from '../store.ts'

/** A file that a solution serves as it is. */
export interface StaticFile {
  /** `SOLUTION:PATH`. */
  id: string
  solution_id: string
  /** `/` is the first page. */
  path: string
  mime_type: string
  size: number
  /** SHA-1 of the content's hexadecimal digits. */
  checksum: string
  /** Where its bytes are in the contents, but for a seeded one. */
  content_id?: string
  /** Base64. */
  content?: string
}

export const staticFiles: CollectionSpec<StaticFile> = {name: 'murano_files', id: 'id', indexes: ['solution_id']}

export function filesOf(store: Store, solutionId: string): StaticFile[] {
  return store.collection(staticFiles).find({where: {solution_id: solutionId}})
}

/** The platform's checksum: not of the bytes, but of how they are written in hexadecimal. */
export async function checksumOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of content) hash.update(Buffer.from(chunk).toString('hex'))
  return hash.digest('hex')
}

export function readFile(store: Store, {content_id, content = ''}: StaticFile): Readable {
  return content_id === undefined ? Readable.from([Buffer.from(content, 'base64')]) : store.contents.read(content_id)
}

export function removeFile(store: Store, {id, content_id}: StaticFile): void {
  store.collection(staticFiles).delete(id)
  if (content_id !== undefined) store.contents.remove(content_id)
}
