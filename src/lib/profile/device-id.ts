import {randomUUID} from 'node:crypto'
import {link, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The uuid that the service knows this installation by; made at the first call, the same from then on. */
export async function deviceId(path: string): Promise<string> {
  const known = await readId(path)
  if (known !== undefined) return known
  await mkdir(dirname(path), {recursive: true, mode: 0o700})
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
