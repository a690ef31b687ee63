import {rename, rm} from 'node:fs/promises'
import {isFileFault} from '../file-faults.ts'
import {cannotSave, filePlace} from './file-place.ts'
import {pipeToFile} from './pipe-to-file.ts'

/**
 * Writes bytes to a file beside the final name and renames it when it is whole: a broken download leaves nothing half. Gives
 * back its size. Throws a usage error where the name is taken, unless that file may be overwritten.
 */
export async function saveFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {overwrite}: {overwrite: boolean},
): Promise<number> {
  const place = await filePlace(path, {overwrite})
  return inTwoSteps(path, chunks, {partial: `${place}.partial`, place: () => filePlace(path, {overwrite})})
}

/** The same by way of a file elsewhere on the disk, in the place of whatever has the name: a link leads out of the folder. */
export async function replaceFile(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {partial}: {partial: string},
): Promise<number> {
  return inTwoSteps(path, chunks, {partial, place: () => path})
}

/** Writes a text in the place of a file, whole or not at all. */
export async function saveText(path: string, text: string): Promise<void> {
  await saveFile(path, chunksOf(text), {overwrite: true})
}

async function* chunksOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}

async function inTwoSteps(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  {partial, place}: {partial: string; place: () => Promise<string> | string},
): Promise<number> {
  try {
    const size = await pipeToFile(chunks, partial)
    await rename(partial, await place())
    return size
  } catch (error) {
    await rm(partial, {force: true})
    throw isFileFault(error) ? cannotSave(path, error) : error
  }
}
