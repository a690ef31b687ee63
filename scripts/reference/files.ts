import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type CommandClass} from '../../src/lib/command.ts'
import {coverage} from './coverage.ts'
import {pages} from './pages.ts'
import {snapshot} from './snapshot.ts'
import {rulesPage, tenDlcRules} from './ten-dlc-rules.ts'

/** A command with the words it is called by. */
export interface Named {
  id: string
  command: CommandClass
}

const referenceFolder = 'docs/reference'

/** Where everything is generated, so that what is in them and not derived from a command is no more. */
const folders = [referenceFolder, 'schemas']

/** Everything that is derived from the commands: contents by path below the project's folder. */
export function generatedFiles(commands: readonly Named[]): Map<string, string> {
  return new Map([
    ['command-snapshot.json', snapshot(commands)],
    ['docs/coverage.md', coverage(commands)],
    [rulesPage, tenDlcRules()],
    ...[...pages(commands)].map(([name, text]) => [`${referenceFolder}/${name}`, text] as const),
  ])
}

/** The same, and the schemas of results, for which the commands' own files below the project's folder are read. */
export async function projectFiles(root: string, commands: readonly Named[]): Promise<Map<string, string>> {
  const {schemas} = await import('./schemas.ts')
  return new Map([...generatedFiles(commands), ...schemas(root, commands)])
}

/** Paths below the folder whose file differs, is missing, or belongs to a command or an area that is no more. */
export function outdated(root: string, files: ReadonlyMap<string, string>): string[] {
  const present = folders.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  )
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
