/** Writes what is derived from the commands. With `--check` it writes nothing and fails for what is not current. */
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {loadCommands} from '../src/lib/catalogue.ts'
import {outdated, projectFiles, write} from './reference/files.ts'

const root = join(import.meta.dirname, '..')
const files = await projectFiles(root, await loadCommands(join(root, 'src/commands'), '.ts'))
const stale = outdated(root, files)

if (process.argv.includes('--check')) {
  for (const path of stale) process.stderr.write(`not current: ${path}\n`)
  if (stale.length > 0) {
    process.stderr.write('Run npm run generate, and commit what changed.\n')
    process.exitCode = 1
  }
} else {
  for (const path of stale) {
    const content = files.get(path)
    if (content === undefined) rmSync(join(root, path))
    else write(root, path, content)
    process.stdout.write(`${content === undefined ? 'removed' : 'wrote'} ${path}\n`)
  }
}
