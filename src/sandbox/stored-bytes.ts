import {Readable} from 'node:stream'
import {type Store} from './store.ts'

/** Where the bytes of a record are: in itself, when they are few and came from a file, else in the contents. */
export interface StoredBytes {
  /** Under which the contents have them. */
  id: string
  size: number
  /** Base64. */
  content?: string | undefined
}

/** The bytes from `start` to `end`, both included. A record that was loaded without content has zeros for it. */
export function readBytes(
  store: Store,
  {id, size, content}: StoredBytes,
  range?: {start: number; end: number},
): Readable {
  const {start, end} = range ?? {start: 0, end: size - 1}
  if (content !== undefined) return Readable.from([Buffer.from(content, 'base64').subarray(start, end + 1)])
  if (store.contents.sizeOf(id) !== undefined) return store.contents.read(id, range)
  return Readable.from(zeros(end + 1 - start))
}

/** What a record without content has for it. */
export function* zeros(count: number): Generator<Buffer> {
  const piece = Buffer.alloc(Math.min(count, 64 * 1024))
  for (let left = count; left > 0; left -= piece.length) yield piece.subarray(0, left)
}
