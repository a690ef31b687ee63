import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const bin = join(root, 'bin/run.js')
export const home = mkdtempSync(join(tmpdir(), 'commsctl-bench-'))

/** A user of their own, with a sandbox of their own, in the environment as it is. */
export function userIn(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(COMMSCTL|npm)_/i.test(name))
  const xdg = ['data', 'config', 'state', 'cache'].map((name) => [`XDG_${name.toUpperCase()}_HOME`, join(folder, name)])
  return Object.fromEntries([...inherited, ['HOME', folder], ...xdg]) as NodeJS.ProcessEnv
}
