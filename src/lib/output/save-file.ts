import {rename, rm} from 'node:fs/promises'
import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import {type CliError, usageError} from '../errors.ts'
import {fileFault, isFileFault} from '../file-faults.ts'

/**
 * Writes bytes to a file beside the final name, or to `partial` on the same disk, and renames it when it is whole: a broken
 * download leaves nothing half. Gives back its size.
 */
export async function saveFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  partial = `${path}.partial`,
): Promise<number> {
  const file = createWriteStream(partial)
  try {
    await pipeline(chunks, file)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, {force: true})
    throw isFileFault(error) ? cannotSave(path, error) : error
  }
  return file.bytesWritten
}

function cannotSave(path: string, cause: Error): CliError {
  return usageError(`The file ${path} cannot be written: ${fileFault(cause)}.`, {code: 'unwritable-file', cause})
}
