import {isSecretName} from '../client/masking.ts'
import {type ArgumentEntry, type CommandEntry, type FlagEntry} from '../map/command-entry.ts'
import {areaOf} from '../map/read-map.ts'

/** What a value is needed for. */
export interface Wanted {
  of: FlagEntry | ArgumentEntry
  command: string
}

/** Flags that mean the same in every area, and the lists of what they name. */
const flagLists: Readonly<Record<string, string>> = {
  profile: 'profiles list',
  account: 'accounts list',
  user: 'identities list',
}

/** Arguments whose word is not the one of their list. */
const argumentNouns: Readonly<Record<string, string>> = {MEMBER: 'members'}

/** The commands that may list what a value names, the likeliest first: `accounts list` for an account. None for secrets. */
export function listsOf(wanted: Wanted, ids: readonly string[]): string[] {
  const {of, command} = wanted
  if (of.kind === 'secret' || isSecretName(of.name)) return []
  if ('takesValue' in of) {
    const list = flagLists[of.name] ?? (isOwnNumber(of) ? 'numbers list' : undefined)
    return list === undefined ? [] : [list]
  }
  const named = ids.filter((id) => isNamed(id, wanted)).sort((a, b) => b.length - a.length)
  return [...new Set([...named, listBeside(command)])]
}

/** Whether the command can be run as it stands, and gives what is wanted: ids, not secrets. */
export function isSource({command, arguments: args, flags, reply}: CommandEntry, wanted: Wanted): boolean {
  if (reply?.kind !== 'list' || reply.id === undefined || isSecretName(reply.id)) return false
  if ([...args, ...flags].some(({required}) => required)) return false
  return command !== listBeside(wanted.command) || isNamed(command, wanted) || isIdOf(reply.id, wanted.of)
}

/** Whether the list has the name of what is wanted, and is the command's own: of its topic or of one above. */
function isNamed(list: string, {of, command}: Wanted): boolean {
  const shared = 'takesValue' in of ? undefined : sharedList(of)
  if (list === shared) return true
  const ending = `${argumentNouns[of.name] ?? plural(of.name.toLowerCase())} list`
  if (list === ending) return areaOf(list) === areaOf(command)
  return list.endsWith(` ${ending}`) && command.startsWith(list.slice(0, -ending.length))
}

/** The list of what commands of every area name: accounts and users by UUID, numbers of one's own. */
function sharedList({name, kind}: ArgumentEntry): string | undefined {
  if (kind === 'phone') return name === 'NUMBERS' || name === 'PHONE_NUMBER' ? 'numbers list' : undefined
  if (kind !== 'uuid') return undefined
  if (name === 'USER' || name === 'USERS') return 'identities list'
  return name === 'ACCOUNT' ? 'accounts list' : undefined
}

function isOwnNumber({name, kind}: FlagEntry): boolean {
  return name === 'from' && kind === 'phone'
}

/** `media list` for `media download`. */
function listBeside(command: string): string {
  return `${command.slice(0, command.lastIndexOf(' '))} list`
}

/** Whether a field that tells rows apart is what an argument asks for: `file_id` for FILE, any UUID for a UUID. */
function isIdOf(id: string, {name, kind}: Wanted['of']): boolean {
  return id.toLowerCase().startsWith(name.toLowerCase()) || (id === 'uuid' && kind === 'uuid')
}

function plural(noun: string): string {
  if (noun.endsWith('ss')) return `${noun}es`
  if (noun.endsWith('s')) return noun
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun.replaceAll('_', '-')}s`
}
