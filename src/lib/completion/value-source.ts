import {type ArgumentEntry, type CommandEntry, type FlagEntry} from '../map/command-entry.ts'

/** Flags that mean the same everywhere, and the things that they name. */
const flagNouns: Readonly<Record<string, string>> = {profile: 'profiles', account: 'accounts', user: 'identities'}

/** Arguments whose word is not the one of their list. */
const argumentNouns: Readonly<Record<string, string>> = {
  USER: 'identities',
  USERS: 'identities',
  MEMBER: 'members',
  PHONE_NUMBER: 'numbers',
  NAME: 'profiles',
}

/** The commands that may list what a value names, the likeliest first: `accounts list` for an account. */
export function listsOf(value: FlagEntry | ArgumentEntry, command: string, ids: readonly string[]): string[] {
  const isFlag = 'takesValue' in value
  const noun = isFlag ? flagNouns[value.name] : (argumentNouns[value.name] ?? plural(value.name.toLowerCase()))
  if (noun === undefined) return []
  const lists = ids.filter((id) => id.endsWith(` ${noun} list`) || id === `${noun} list`)
  return lists.sort((a, b) => sharedWords(b, command) - sharedWords(a, command) || a.length - b.length)
}

/** Whether the command can be run as it stands, and gives ids. */
export function isSource({arguments: args, flags, reply}: CommandEntry): boolean {
  return reply?.kind === 'list' && reply.id !== undefined && ![...args, ...flags].some(({required}) => required)
}

function plural(noun: string): string {
  if (noun.endsWith('s')) return noun
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun.replaceAll('_', '-')}s`
}

function sharedWords(a: string, b: string): number {
  const [words, others] = [a.split(' '), b.split(' ')]
  const differs = words.findIndex((word, at) => word !== others[at])
  return differs === -1 ? words.length : differs
}
