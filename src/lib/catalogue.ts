import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {type CommandClass} from './command.ts'

/** Every command file below the folder, as absolute paths in order of their names. */
export function commandFiles(folder: string, extension: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith(extension))
    .sort()
    .map((file) => join(folder, file))
}

/** Loads every command: for the build, the documentation and tests; a command that is run loads only itself. */
export async function loadCommands(folder: string, extension: string): Promise<{id: string; command: CommandClass}[]> {
  return Promise.all(
    commandFiles(folder, extension).map(async (file) => ({
      id: file
        .slice(folder.length + 1, -extension.length)
        .split(/[\\/]/)
        .join(' '),
      command: await loadCommand(file),
    })),
  )
}

/** The command class that a file declares as its default export. */
export async function loadCommand(file: string): Promise<CommandClass> {
  const module = (await import(file)) as {default: CommandClass | {default: CommandClass}}
  return 'default' in module.default ? module.default.default : module.default
}
