import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Program} from '../program.ts'
import {type Tool} from './tool.ts'

/** Every tool that there is: what the build wrote of them; from source, what the commands say themselves. */
export async function readTools({folder, extension}: Program): Promise<Tool[]> {
  if (extension === '.js') {
    const built = join(folder, '../tools')
    const files = readdirSync(built).sort()
    return files.flatMap((file) => JSON.parse(readFileSync(join(built, file), 'utf8')) as Tool[])
  }
  const [{loadCommands}, {toolOf}] = await Promise.all([import('../catalogue.ts'), import('./tool.ts')])
  return (await loadCommands(folder, extension)).flatMap(({id, command}) => toolOf(id, command) ?? [])
}
