import {mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'

/** Makes a folder for its owner alone, and those that it is in. (Node's own way never ends below /proc.) */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return
  try {
    mkdirSync(folder, {mode: 0o700})
    return
  } catch (error) {
    // Another process was faster.
    if (isFolder(folder)) return
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || isFolder(dirname(folder))) throw error
  }
  makeFolder(dirname(folder))
  makeFolder(folder)
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
