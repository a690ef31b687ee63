import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {loadCommands} from '../../src/lib/catalogue.ts'
import {surfaceOf} from '../../src/lib/surface.ts'
import {root} from '../support/world.ts'

export interface Surfaces {
  /** The flags of each command, with their dashes, by the command's words. */
  flags: ReadonlyMap<string, ReadonlySet<string>>
  /** Those of any command, and those that the program has without one. */
  all: ReadonlySet<string>
}

const everywhere = ['--help', '-h', '--version', '-V']

/** What can be typed, by the commands' own declarations. */
export async function surfaces(): Promise<Surfaces> {
  const commands = await loadCommands(join(root, 'src/commands'), '.ts')
  const flags = new Map(commands.map(({id, command}) => [id, new Set([...flagsOf(command.shape), ...everywhere])]))
  return {flags, all: new Set([...everywhere, ...[...flags.values()].flatMap((set) => [...set])])}
}

function flagsOf(shape: Parameters<typeof surfaceOf>[0]): string[] {
  return Object.entries(surfaceOf(shape).flags).flatMap(([name, {char, type, ...flag}]) => [
    `--${name}`,
    ...(char === undefined ? [] : [`-${char}`]),
    ...(type === 'boolean' && 'allowNo' in flag && flag.allowNo ? [`--no-${name}`] : []),
  ])
}

/** What is wrong with a piece of inline code that names a command of ours or a flag; undefined for any other. */
export function problemOfCode(code: string, {flags, all}: Surfaces): string | undefined {
  const words = code.replace(/"[^"]*"|'[^']*'/g, 'TEXT').split(/\s+/)
  if (words[0] === 'commsctl') return problemOfCommand(code, words.slice(1), flags, all)
  if (!/^--?[a-z]/i.test(code)) return undefined
  const unknown = flagsIn(words).find((flag) => !all.has(flag))
  return unknown && `${code}: no command has ${unknown}`
}

function problemOfCommand(
  code: string,
  typed: readonly string[],
  flags: Surfaces['flags'],
  all: Surfaces['all'],
): string | undefined {
  const end = typed.findIndex((word) => !/^[a-z0-9][a-z0-9-]*$/.test(word))
  const words = end === -1 ? typed : typed.slice(0, end)
  // Arguments in lower case may stand behind the command's own words.
  const lengths = words.map((_, index) => words.length - index)
  const id = lengths.map((length) => words.slice(0, length).join(' ')).find((candidate) => flags.has(candidate))
  if (id === undefined && words.length > 0 && !isTopic(words)) return `${code}: there is no such command`
  const unknown = flagsIn(typed).find((flag) => !(id === undefined ? all : flags.get(id)!).has(flag))
  return unknown && `${code}: there is no ${unknown}`
}

function isTopic(words: readonly string[]): boolean {
  const folders = readdirSync(join(root, 'src/commands'), {recursive: true, withFileTypes: true})
  const path = join(root, 'src/commands', ...words)
  return folders.some((entry) => entry.isDirectory() && join(entry.parentPath, entry.name) === path)
}

function flagsIn(words: readonly string[]): string[] {
  return words.filter((word) => /^--?[a-z]/i.test(word)).map((word) => word.replace(/=.*/, ''))
}
