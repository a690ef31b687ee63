import {access, constants, stat} from 'node:fs/promises'
import {usageError} from '../errors.ts'

/** The path of a file that can be read and has something in it. Throws a usage error that says why it cannot or has not. */
export async function checkReadable(path: string, usage: string): Promise<string> {
  if (path.trim() === '') throw usageError(`${usage} is empty.`, {code: 'invalid-value'})
  if (path === '-') {
    throw usageError(`${usage}: standard input cannot be used here, since nobody knows its size.`, {
      code: 'unreadable-file',
      hint: 'Save what it gives to a file, and name that.',
    })
  }
  const reason = await faultOf(path)
  if (reason === undefined) return path
  throw usageError(`${usage}: the file ${path} ${reason}`, {code: 'unreadable-file'})
}

async function faultOf(path: string): Promise<string | undefined> {
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) return 'is a folder.'
    if (!stats.isFile()) return 'is a pipe or a device, whose size nobody knows: save what it gives to a file first.'
    await access(path, constants.R_OK)
    return stats.size === 0 ? 'is empty.' : undefined
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist.'
    return code === 'EACCES' ? 'may not be read by you.' : `cannot be read: ${message}`
  }
}
