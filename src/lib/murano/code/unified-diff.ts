import {formatPatch, structuredPatch} from 'diff'
import {paint} from '../../output/style.ts'

/** A text on both sides; undefined where there is none. */
export interface Sides {
  name: string
  there: string | undefined
  here: string | undefined
}

/** What pushing would change, as a unified diff; empty where nothing would. */
export function unifiedDiff({name, there, here}: Sides): string {
  if (there === here) return ''
  const from = there === undefined ? '/dev/null' : `there/${name}`
  const to = here === undefined ? '/dev/null' : `here/${name}`
  const patch = formatPatch(structuredPatch(from, to, there ?? '', here ?? '', undefined, undefined, {context: 3}))
  return patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) .*?)\t?$/gm, '$1')
}

/** In the colours that people know: red for what goes, green for what comes. */
export function colouredDiff(diff: string): string {
  return diff
    .split('\n')
    .map((line) => {
      const style = styleOf(line)
      return style === undefined ? line : paint(true, style, line)
    })
    .join('\n')
}

function styleOf(line: string): Parameters<typeof paint>[1] | undefined {
  if (/^(---|\+\+\+) (?:here|there|\/dev\/null)/.test(line)) return 'bold'
  if (line.startsWith('@@')) return 'cyan'
  if (line.startsWith('+')) return 'green'
  return line.startsWith('-') ? 'red' : undefined
}
