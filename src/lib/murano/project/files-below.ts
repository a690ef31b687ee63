import {readdir, realpath, stat} from 'node:fs/promises'
import {join, posix, sep} from 'node:path'

/** Symbolic links that not everybody expects what becomes of; paths below the project's folder. */
export interface Links {
  /** They lead to files that are not in the project. */
  outside: string[]
  /** They lead to folders, to nothing or in a circle. */
  unfollowed: string[]
}

/** The files below a folder, and those that links lead to, but no other folders. */
export async function filesBelow(root: string, folder: string): Promise<{files: string[]} & Links> {
  const entries = await readdir(join(root, folder), {withFileTypes: true, recursive: true}).catch(() => [])
  const found: {files: string[]} & Links = {files: [], outside: [], unfollowed: []}
  const home = `${await realpath(root)}${sep}`
  for (const entry of entries) {
    const place = posix.join(entry.parentPath, entry.name)
    const path = posix.relative(root, place)
    if (entry.isSymbolicLink()) {
      const target = await fileBehind(place)
      if (target === undefined) found.unfollowed.push(path)
      else if (!target.startsWith(home)) found.outside.push(path)
      if (target !== undefined) found.files.push(path)
    } else if (entry.isFile()) {
      found.files.push(path)
    }
  }
  return found
}

/** The file that a link leads to in the end; undefined where that is none. */
async function fileBehind(link: string): Promise<string | undefined> {
  try {
    return (await stat(link)).isFile() ? await realpath(link) : undefined
  } catch {
    return undefined
  }
}
