import {readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {complete} from '../completion/complete.ts'
import {type Program} from '../program.ts'
import {shellWord} from '../shell-quote.ts'
import {type Place} from './place.ts'
import {splitWords} from './split-words.ts'

/** What Tab offers: whole words, and what they take the place of. */
export type Offer = [words: string[], begun: string]

/** What may stand where the cursor is, which is at the end of the text. Within quotes, nothing is offered. */
export async function completeLine(program: Program, text: string, {profile}: Place): Promise<Offer> {
  const begun = /\S*$/.exec(text)![0]
  const nothing: Offer = [[], begun]
  if (/['"\\]/.test(begun)) return nothing
  const before = wordsOf(text.slice(0, text.length - begun.length))
  if (before === undefined) return nothing
  const typed = before[0] === 'commsctl' ? before.slice(1) : before
  const words = profile === undefined || namesProfile(typed) ? typed : ['--profile', profile, ...typed]
  const lines = (await complete(program, [...words, begun])).split('\n').slice(0, -1)
  const values = lines.slice(0, -1).map((line) => line.split('\t', 1)[0]!)
  const files = lines.at(-1) === ':files' ? fileNames(begun) : []
  const offered = [...values.map((value) => shellWord(value)), ...files]
  const [only = ''] = offered
  const isWhole = offered.length === 1 && !/[=/]$/.test(only)
  return [isWhole ? [`${only} `] : offered, begun]
}

function wordsOf(text: string): string[] | undefined {
  try {
    const split = splitWords(text)
    return 'words' in split ? split.words : undefined
  } catch {
    return undefined
  }
}

function namesProfile(words: readonly string[]): boolean {
  return words.some((word) => word === '-p' || word === '--profile' || word.startsWith('--profile='))
}

/** Names of files that go on from what was typed; behind `@` as well. */
function fileNames(begun: string): string[] {
  const mark = begun.startsWith('@') ? '@' : ''
  const path = begun.slice(mark.length)
  const folder = path.endsWith('/') ? path : join(dirname(path), '/')
  const shown = path.includes('/') ? folder : ''
  try {
    return readdirSync(folder === '/' && !path.startsWith('/') ? '.' : folder, {withFileTypes: true})
      .map((entry) => `${shown}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .filter((name) => name.startsWith(path) && !/(^|\/)\.[^/]*\/?$/.test(name) && /^[\w+./:@=-]+$/.test(name))
      .map((name) => mark + name)
      .sort()
  } catch {
    return []
  }
}
