import {type ArgumentEntry, type FlagEntry} from '../map/command-entry.ts'
import {commandIndex} from '../map/command-index.ts'
import {areaOf, readMap} from '../map/read-map.ts'
import {visible} from '../output/sanitise.ts'
import {type CommandIndex, type Program} from '../program.ts'
import {type Candidate} from './value-cache.ts'
import {expected, placeOf} from './typed-words.ts'

/**
 * What may stand where the cursor is, as lines of `VALUE<tab>DESCRIPTION`; the last line is `:files` where names of files
 * may stand there, too, and else `:end`. The last of the words is the one that is being typed.
 */
export async function complete(program: Program, words: readonly string[]): Promise<string> {
  const current = words.at(-1) ?? ''
  const index = await commandIndex(program)
  const ids = Object.keys(index)
  const {path, before, after, open} = placeOf(words.slice(0, -1), ids)
  if (open !== undefined) return lines(await valuesOf(openFlag(open), '', {program, words, ids}), current)
  const command = path.join(' ')
  const next = after.length === 0 && !current.startsWith('-') ? await nextWords(path, index) : []
  if (index[command] === undefined) return lines(next, current)
  const entries = await readMap(program, areaOf(command))
  const entry = entries.find((one) => one.command === command)
  if (entry === undefined) return lines(next, current)
  const place = expected(entry, [...before, ...after], current)
  if (place.kind === 'nothing') return lines(next, current)
  if (place.kind === 'flags') return lines(place.flags.flatMap(flagCandidates), current)
  const {of, begun, flag = ''} = place
  const values = await valuesOf(of, command, {program, words, ids})
  const shown = values.filter(({value}) => value.startsWith(begun)).map((one) => ({...one, value: flag + one.value}))
  return lines([...next, ...shown], current, of.kind === 'file' || takesFile(begun))
}

interface Context {
  program: Program
  words: readonly string[]
  ids: readonly string[]
}

async function valuesOf(of: FlagEntry | ArgumentEntry, command: string, context: Context): Promise<Candidate[]> {
  if (of.values !== undefined) return of.values.map((value) => ({value, about: ''}))
  if (of.name === 'output') {
    const {outputFormats} = await import('../output/format.ts')
    return outputFormats.map((value) => ({value, about: ''}))
  }
  const {liveValues} = await import('./live-values.ts')
  return liveValues(of, command, context)
}

/** A flag of every command, while nobody knows yet of which. */
function openFlag(name: string): FlagEntry {
  return {name, summary: '', takesValue: true, required: false, repeats: false, negatable: false}
}

/** The words that go on from those that are there. */
async function nextWords(path: readonly string[], index: CommandIndex): Promise<Candidate[]> {
  const {subtopics, topicGroups} = await import('../../topics.ts')
  const topics: Record<string, string> = Object.assign({}, ...Object.values(topicGroups), subtopics) as Record<
    string,
    string
  >
  const prefix = path.map((word) => `${word} `).join('')
  const begun = Object.keys(index).filter((id) => id.startsWith(prefix))
  const words = new Set(begun.map((id) => id.slice(prefix.length).split(' ', 1)[0]!))
  return [...words].map((value) => ({value, about: index[prefix + value] ?? topics[prefix + value] ?? ''}))
}

function flagCandidates({name, summary, negatable}: FlagEntry): Candidate[] {
  return [
    {value: `--${name}`, about: summary},
    ...(negatable ? [{value: `--no-${name}`, about: `not: ${summary}`}] : []),
  ]
}

/** `@FILE` is completed by the shell. */
function takesFile(begun: string): boolean {
  return begun.startsWith('@')
}

const hasBlanks = /[\s\u0000-\u001f\u007f]/

function lines(candidates: readonly Candidate[], current: string, files = false): string {
  const fitting = candidates.filter(({value}) => value.startsWith(current) && value !== '' && !hasBlanks.test(value))
  const shown = fitting.map(({value, about}) => `${value}\t${visible(about)}\n`)
  return `${shown.join('')}${files ? ':files' : ':end'}\n`
}
