import {rename, rm} from 'node:fs/promises'
import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'

/** Writes bytes to a file beside the final name and renames it when it is whole: a broken download leaves nothing half. Gives back its size. */
export async function saveFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const partial = `${path}.partial`
  const file = createWriteStream(partial)
  try {
    await pipeline(chunks, file)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, {force: true})
    throw error
  }
  return file.bytesWritten
}
