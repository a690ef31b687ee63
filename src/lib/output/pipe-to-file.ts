import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'

/**
 * Writes chunks to a file as they come, and gives back how many bytes they were. When it fails, the file is closed already, so that
 * it can be removed: one that was still about to be opened would be made after its removal.
 */
export async function pipeToFile(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  path: string,
  options: {mode?: number; flush?: boolean} = {},
): Promise<number> {
  const file = createWriteStream(path, options)
  try {
    await pipeline(chunks, file)
  } catch (error) {
    if (!file.closed) await new Promise<void>((resolve) => file.once('close', resolve))
    throw error
  }
  return file.bytesWritten
}
