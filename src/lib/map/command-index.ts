import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type CommandIndex, type Program} from '../program.ts'

/** One line about each command: the build's list, or from source, what the files themselves say. */
export async function commandIndex({folder, extension}: Program): Promise<CommandIndex> {
  if (extension === '.js') return JSON.parse(readFileSync(join(folder, '../index.json'), 'utf8')) as CommandIndex
  const {loadCommands} = await import('../catalogue.ts')
  const commands = await loadCommands(folder, extension)
  return Object.fromEntries(commands.map(({id, command}) => [id, command.shape.summary]))
}
