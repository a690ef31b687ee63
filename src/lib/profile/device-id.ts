import {randomUUID} from 'node:crypto'
import {link, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {isFileFault} from '../file-faults.ts'
import {makeFolder} from '../make-folder.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The uuid that the service knows this installation by; made at the first call, the same from then on. Where it cannot be
 * kept, it is another one each time.
 */
export async function deviceId(path: string): Promise<string> {
  return keptId(path).catch((error: unknown) => {
    if (isFileFault(error)) return randomUUID()
    throw error
  })
}

async function keptId(path: string): Promise<string> {
  const known = await readId(path)
  if (known !== undefined) return known
  makeFolder(dirname(path))
  const draft = `${path}.${randomUUID()}`
  const id = randomUUID()
  await writeFile(draft, `${id}\n`, {mode: 0o600})
  try {
    // Unlike a rename, a link fails when another process was first.
    await link(draft, path)
    return id
  } catch (error) {
    const first = await readId(path)
    if (first === undefined) throw error
    return first
  } finally {
    await rm(draft, {force: true})
  }
}

async function readId(path: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path, 'utf8')).trim()
    if (uuid.test(text)) return text
    await rm(path)
    return undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
