import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Program} from '../program.ts'
import {type CommandEntry} from './command-entry.ts'

/** Every command of the program, or those of one area: what the build wrote of them; from source, what they say themselves. */
export async function readMap({folder, extension}: Program, area?: string): Promise<CommandEntry[]> {
  if (extension === '.js') return readBuilt(join(folder, '../map'), area)
  const [{loadCommands}, {commandEntry}] = await Promise.all([import('../catalogue.ts'), import('./command-entry.ts')])
  const all = await loadCommands(folder, extension)
  return all
    .map(({id, command}) => commandEntry(id, command))
    .filter(({command}) => area === undefined || areaOf(command) === area)
}

/** The first word of a command: its area, or itself where it stands alone. */
export function areaOf(command: string): string {
  return command.split(' ', 1)[0]!
}

function readBuilt(folder: string, area: string | undefined): CommandEntry[] {
  const files = readdirSync(folder).sort()
  const wanted = area === undefined ? files : files.filter((file) => file === `${area}.json`)
  return wanted.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CommandEntry[])
}
