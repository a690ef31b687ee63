import {type Store} from '../store.ts'
import {type StoredBytes} from '../stored-bytes.ts'

/** Larger ones are not in dumps: such a record comes back with as many zeros. */
const largestDumped = 64 * 1024

/** The Base64 that a record of a file has for its bytes; they may also be given as text. */
export function contentIn({content, text}: {content?: unknown; text?: unknown}): string | undefined {
  if (typeof text === 'string') return Buffer.from(text).toString('base64')
  return typeof content === 'string' ? content : undefined
}

/** For a record that was loaded: what is there under its id is another content. */
export function forgetOther({contents}: Store, {id, size, content}: StoredBytes): void {
  if (content !== undefined || contents.sizeOf(id) !== size) contents.remove(id)
}

/** What a dump has of the bytes. */
export function contentToDump({contents}: Store, {id, content}: StoredBytes): {content?: string} {
  if (content !== undefined) return {content}
  const size = contents.sizeOf(id)
  return size === undefined || size > largestDumped ? {} : {content: contents.bytes(id).toString('base64')}
}
