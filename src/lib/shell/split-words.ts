import {usageError} from '../errors.ts'

/** The words of a line; `unfinished` where a quote or a backslash at its end goes on in the next one. */
export type SplitLine = {words: string[]} | {unfinished: true}

/** What a POSIX shell would run, redirect or put in the place of the text. Here each is a character in quotes, or a mistake. */
const operators = '|&;<>()'

/**
 * Splits a line into words as a POSIX shell does: quotes, backslashes, comments. Nothing is put in the place of anything: what
 * a shell would expand or take as an operator is a usage error. Libraries that split either expand, or take backslashes
 * otherwise than a shell, and what is pasted from a document must be what it was there.
 */
export function splitWords(line: string): SplitLine {
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (character === '#' && word === undefined) {
      const end = line.indexOf('\n', at)
      at = end === -1 ? line.length : end
    } else if (character === "'") {
      const end = line.indexOf("'", at + 1)
      if (end === -1) return {unfinished: true}
      word = (word ?? '') + line.slice(at + 1, end)
      at = end
    } else if (character === '"') {
      const quoted = doubleQuoted(line, at + 1)
      if (quoted === undefined) return {unfinished: true}
      word = (word ?? '') + quoted.text
      at = quoted.end
    } else if (character === '\\') {
      at += 1
      if (at === line.length) return {unfinished: true}
      if (line[at] !== '\n') word = (word ?? '') + line[at]!
    } else {
      refuseSpecial(character, word === undefined)
      word = (word ?? '') + character
    }
  }
  return {words: word === undefined ? words : [...words, word]}
}

/** What stands in double quotes from there on, and where they end; undefined where they do not. */
function doubleQuoted(line: string, start: number): {text: string; end: number} | undefined {
  let text = ''
  for (let at = start; at < line.length; at += 1) {
    const character = line[at]!
    if (character === '"') return {text, end: at}
    const next = line[at + 1]
    if (character === '\\' && next !== undefined && '$`"\\\n'.includes(next)) {
      if (next !== '\n') text += next
      at += 1
    } else {
      refuseExpansion(character)
      text += character
    }
  }
  return undefined
}

function refuseSpecial(character: string, isFirst: boolean): void {
  refuseExpansion(character)
  if (operators.includes(character)) {
    throw usageError(`“${character}” has no meaning here: a line is one command.`, {
      code: 'shell-syntax',
      hint: `In quotes it is a character like any other: '${character}'.`,
    })
  }
  if (character === '~' && isFirst) {
    throw usageError('“~” does not stand for your home folder here.', {
      code: 'shell-syntax',
      hint: "Write the folder out. In quotes it is a character like any other: '~'.",
    })
  }
}

function refuseExpansion(character: string): void {
  if (character !== '$' && character !== '`') return
  throw usageError(`Nothing is put in the place of “${character}” here.`, {
    code: 'shell-syntax',
    hint: `In single quotes it is a character like any other: '${character}'.`,
  })
}
