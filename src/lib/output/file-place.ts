import {access} from 'node:fs/promises'
import {usageError} from '../errors.ts'

/** What `--overwrite` does. */
export const overwriteSummary = 'put it in the place of a file of that name'

/** Throws a usage error when there is a file of the name, which would be lost. */
export async function mustBeFree(path: string): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (!exists) return
  throw usageError(`The file ${path} exists already.`, {
    code: 'file-exists',
    hint: 'Add --overwrite to put this one in its place, or choose another name with --out.',
  })
}
