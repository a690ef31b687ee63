import {flagsBefore} from '../command-files.ts'
import {type ArgumentEntry, type CommandEntry, type FlagEntry} from '../map/command-entry.ts'

/** What stands before the word that is being typed. */
export interface Place {
  /** The words of the command, or as many of them as name a topic. */
  path: string[]
  /** Flags before them. */
  before: string[]
  /** What follows them. */
  after: string[]
  /** Of a flag before them, its name where the word that is being typed is its value. */
  open?: string | undefined
}

/** Finds the command, or the topic, in the words that are complete. */
export function placeOf(words: readonly string[], ids: readonly string[]): Place {
  let start = 0
  while (words[start]?.startsWith('-')) start += flagsBefore.has(words[start]) ? 2 : 1
  let end = start
  while (end < words.length && isBegun(words.slice(start, end + 1).join(' '), ids)) end += 1
  const open = start > words.length ? flagsBefore.get(words.at(-1)) : undefined
  return {path: words.slice(start, end), before: words.slice(0, start), after: words.slice(end), open}
}

function isBegun(words: string, ids: readonly string[]): boolean {
  return ids.some((id) => id === words || id.startsWith(`${words} `))
}

/** What the word that is being typed may be. */
export type Expected =
  | {kind: 'flags'; flags: FlagEntry[]}
  | {kind: 'value'; of: FlagEntry | ArgumentEntry; begun: string; flag?: string}
  | {kind: 'nothing'}

/** What a command's next word may be, after the words that follow the command. */
export function expected({arguments: args, flags}: CommandEntry, rest: readonly string[], current: string): Expected {
  const given = new Set<FlagEntry>()
  let positionals = 0
  let open: FlagEntry | undefined
  let onlyArguments = false
  for (const word of rest) {
    const flag: FlagEntry | undefined = onlyArguments ? undefined : flagNamed(word, flags)
    if (open !== undefined) open = undefined
    else if (word === '--') onlyArguments = true
    else if (flag === undefined) positionals += word.startsWith('-') && word !== '-' ? 0 : 1
    else {
      given.add(flag)
      open = flag.takesValue && !word.includes('=') ? flag : undefined
    }
  }
  if (open !== undefined) return {kind: 'value', of: open, begun: current}
  const at = current.indexOf('=')
  const assigned = at > 0 && !onlyArguments ? flagNamed(current, flags) : undefined
  if (assigned !== undefined)
    return {kind: 'value', of: assigned, begun: current.slice(at + 1), flag: current.slice(0, at + 1)}
  if (current.startsWith('-') && !onlyArguments)
    return {kind: 'flags', flags: flags.filter((flag) => flag.repeats || !given.has(flag))}
  const argument = args[Math.min(positionals, args.length - 1)]
  const isTaken = argument === undefined || (positionals >= args.length && !argument.repeats)
  return isTaken ? {kind: 'nothing'} : {kind: 'value', of: argument, begun: current}
}

function flagNamed(word: string, flags: readonly FlagEntry[]): FlagEntry | undefined {
  const [name] = word.split('=', 1)
  return flags.find((flag) => name === `--${flag.name}` || name === `--no-${flag.name}` || name === `-${flag.char}`)
}
