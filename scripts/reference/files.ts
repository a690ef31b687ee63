import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type CommandClass} from '../../src/lib/command.ts'
import {coverage} from './coverage.ts'
import {pages} from './pages.ts'
import {snapshot} from './snapshot.ts'

/** A command with the words it is called by. */
export interface Named {
  id: string
  command: CommandClass
}

const referenceFolder = 'docs/reference'

/** Everything that is derived from the commands: contents by path below the project's folder. */
export function generatedFiles(commands: readonly Named[]): Map<string, string> {
  return new Map([
    ['command-snapshot.json', snapshot(commands)],
    ['docs/coverage.md', coverage(commands)],
    ...[...pages(commands)].map(([name, text]) => [`${referenceFolder}/${name}`, text] as const),
  ])
}

/** Paths below the folder whose file differs, is missing, or is a page of an area that is no more. */
export function outdated(root: string, files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, referenceFolder)
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${referenceFolder}/${name}`) : []
  const changed = [...files].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path)
  return [...changed, ...present.filter((path) => !files.has(path))].sort()
}

export function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), content)
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
