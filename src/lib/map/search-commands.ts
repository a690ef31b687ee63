import MiniSearch, {type Query} from 'minisearch'
import {type CommandEntry} from './command-entry.ts'
import {commandsOfCall} from './commands-of-call.ts'
import {synonymsOf} from './synonyms.ts'

/** How much a word counts, by where it stands. */
const weights = {command: 6, summary: 4, names: 2, description: 1, flags: 0.5}

/** Words that say nothing about what is looked for. */
const fillers = new Set([
  'a',
  'an',
  'and',
  'as',
  'by',
  'for',
  'from',
  'how',
  'i',
  'in',
  'is',
  'it',
  'my',
  'of',
  'on',
  'one',
  'or',
  'that',
  'the',
  'to',
  'with',
])

/** The commands that do what the words say, best first; before all, those that are there for the call of that name. */
export function searchCommands(entries: readonly CommandEntry[], words: string): CommandEntry[] {
  const named = commandsOfCall(entries, words.trim())
  return [...named, ...commandsOfWords(entries, words).filter((entry) => !named.includes(entry))]
}

/** The commands that have all of the words, or else some. */
function commandsOfWords(entries: readonly CommandEntry[], words: string): CommandEntry[] {
  const asked = joined(apart(words))
    .split(/\s+/)
    .flatMap((word) => asTerm(word) ?? [])
  const byCommand = new Map(entries.map((entry) => [entry.command, entry]))
  const index = new MiniSearch({
    idField: 'command',
    fields: Object.keys(weights),
    extractField: (entry: CommandEntry, field) => texts(entry)[field as keyof typeof weights],
    processTerm: asTerm,
    searchOptions: {
      boost: weights,
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boostDocument: (command: string, term: string) => importance(command, term, asked),
    },
  })
  index.addAll(entries)
  // A word is found by any of those that mean the same.
  const queries = asked.map((word): Query => ({
    combineWith: 'OR',
    queries: [word, {combineWith: 'OR', queries: synonymsOf(word), boost: lower(weights), fuzzy: false, prefix: false}],
  }))
  const all = index.search({combineWith: 'AND', queries})
  const found = all.length > 0 ? all : index.search({combineWith: 'OR', queries})
  return found.map(({id}) => byCommand.get(String(id))!)
}

/** Names of calls in words: `createCampaign` is `create Campaign`. */
function apart(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2')
}

/** Both platforms have users, numbers and logs: who looks for those of Murano says so. A command's whole name is no accident. */
function importance(command: string, term: string, asked: readonly string[]): number {
  if (command === term) return 2
  return command.startsWith('murano ') === asked.includes('murano') ? 1 : 0.5
}

/** Verbs of two words, whose second alone says nothing. */
function joined(words: string): string {
  return words.replaceAll(/\b(?:log|sign)[ -]?(in|out)\b/gi, 'log$1')
}

/** Another word for what was asked counts less than the word itself. */
function lower(boost: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(boost).map(([field, weight]) => [field, weight / 3]))
}

function texts({
  command,
  summary,
  description = '',
  flags,
  calls,
  ...entry
}: CommandEntry): Record<keyof typeof weights, string> {
  const names = calls.map(({operation}) => apart(operation))
  const taken = [...entry.arguments, ...flags.filter(({kind}) => kind !== undefined)]
  return {
    command,
    summary,
    names: names.join(' '),
    description,
    flags: taken.map((one) => `${one.name} ${one.summary}`).join(' '),
  }
}

/** A word as it is kept and looked for: lower case, without plural; null for what says nothing. */
function asTerm(word: string): string | null {
  const term = word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (term === '' || fillers.has(term)) return null
  // Who comes from Exosite's other client asks for what that does.
  if (term === 'mrmurano') return 'murano'
  return term.length > 3 ? term.replace(/ies$/, 'y').replace(/([^su])s$/, '$1') : term
}
