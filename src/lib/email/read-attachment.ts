import {open, stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {lookup} from 'mrmime'
import {usageError} from '../errors.ts'
import {checkReadable} from '../input/readable-file.ts'
import {type EmailAttachment} from './attachment.ts'

/** A file, read whole. Throws a usage error when it is missing, no file, empty, or changes meanwhile. */
export async function readAttachment(path: string, usage: string): Promise<EmailAttachment> {
  const bytes = await readSteady(await checkReadable(path, usage), usage)
  const id = basename(path)
  return {type: lookup(id) ?? 'application/octet-stream', id, body: bytes.toString('base64')}
}

async function readSteady(path: string, usage: string): Promise<Buffer> {
  const problem = (what: string) => usageError(`${usage}: the file ${path} ${what}`, {code: 'unreadable-file'})
  // To open a pipe is to wait for somebody who writes into it.
  if (!(await stat(path)).isFile()) throw problem('is no plain file.')
  const file = await open(path)
  try {
    const before = await file.stat()
    if (before.size === 0) throw problem('is empty.')
    const bytes = await file.readFile()
    const after = await file.stat()
    if (after.mtimeMs !== before.mtimeMs || bytes.length !== after.size) throw problem('changed while it was read.')
    return bytes
  } finally {
    await file.close()
  }
}
