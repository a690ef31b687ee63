import {rename, rm} from 'node:fs/promises'
import {type CliError, usageError} from '../errors.ts'
import {fileFault, isFileFault} from '../file-faults.ts'
import {mustBeFree} from './must-be-free.ts'
import {pipeToFile} from './pipe-to-file.ts'

/**
 * Writes bytes to a file beside the final name, or to `partial` on the same disk, and renames it when it is whole: a broken
 * download leaves nothing half. Gives back its size. Throws a usage error where the name is taken, unless that file may be
 * overwritten.
 */
export async function saveFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {overwrite, partial = `${path}.partial`}: {overwrite: boolean; partial?: string},
): Promise<number> {
  if (!overwrite) await mustBeFree(path)
  try {
    const size = await pipeToFile(chunks, partial)
    if (!overwrite) await mustBeFree(path)
    await rename(partial, path)
    return size
  } catch (error) {
    await rm(partial, {force: true})
    throw isFileFault(error) ? cannotSave(path, error) : error
  }
}

/** Writes a text in the place of a file, whole or not at all. */
export async function saveText(path: string, text: string): Promise<void> {
  await saveFile(path, chunksOf(text), {overwrite: true})
}

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}

function cannotSave(path: string, cause: Error): CliError {
  return usageError(`The file ${path} cannot be written: ${fileFault(cause)}.`, {code: 'unwritable-file', cause})
}
