import {access, constants, stat} from 'node:fs/promises'
import {usageError} from '../errors.ts'

/** The path of a file that can be read. Throws a usage error that says why it cannot. */
export async function checkReadable(path: string, usage: string): Promise<string> {
  if (path.trim() === '') throw usageError(`${usage} is empty.`, {code: 'invalid-value'})
  const reason = await faultOf(path)
  if (reason === undefined) return path
  throw usageError(`${usage}: the file ${path} ${reason}`, {code: 'unreadable-file'})
}

async function faultOf(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return 'is a folder.'
    await access(path, constants.R_OK)
    return undefined
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist.'
    return code === 'EACCES' ? 'may not be read by you.' : `cannot be read: ${message}`
  }
}
