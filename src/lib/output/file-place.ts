import {readlink, realpath, stat} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {type CliError, usageError} from '../errors.ts'
import {fileFault} from '../file-faults.ts'

/** What `--overwrite` does. */
export const overwriteSummary = 'put it in the place of a file of that name'

/**
 * Where a file of that name is written: links are followed, and stay. Throws a usage error where a file is in the way, unless
 * it may be overwritten, and for a folder, a pipe or a device in any case.
 */
export async function filePlace(path: string, {overwrite}: {overwrite: boolean}): Promise<string> {
  const found = await standingAt(path)
  if (found === undefined) return endOfLinks(path)
  if (found !== 'a file') {
    throw usageError(`The file ${path} cannot be written: it is ${found}.`, {
      code: 'unwritable-file',
      hint: 'Choose another name.',
    })
  }
  if (overwrite) return realpath(path)
  throw usageError(`The file ${path} exists already.`, {
    code: 'file-exists',
    hint: 'Add --overwrite to put this one in its place, or choose another name with --out.',
  })
}

/** What the file system has against writing a file. */
export function cannotSave(path: string, cause: unknown): CliError {
  return usageError(`The file ${path} cannot be written: ${fileFault(cause)}.`, {code: 'unwritable-file', cause})
}

async function standingAt(path: string): Promise<'a file' | 'a folder' | 'a pipe or a device' | undefined> {
  try {
    const stats = await stat(path)
    if (stats.isFile()) return 'a file'
    return stats.isDirectory() ? 'a folder' : 'a pipe or a device'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cannotSave(path, error)
  }
}

/** Of a link to a file that is not there yet, that file. */
async function endOfLinks(path: string): Promise<string> {
  const next = await readlink(path).catch(() => undefined)
  return next === undefined ? path : endOfLinks(resolve(await realpath(dirname(path)), next))
}
