import wrapAnsi from 'wrap-ansi'
import {visible} from '../output/sanitise.ts'
import {paint} from '../output/style.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Finding, type Level} from './finding.ts'

const styles = {ok: 'green', warning: 'yellow', error: 'red', skipped: 'dim'} as const satisfies Record<Level, string>
const levelWidth = 'warning'.length
const checkWidth = 'configuration'.length
const narrowest = 20

/** A finding for people: a line, and below it why it is so and what mends it. */
export function findingLines({check, subject, level, found, why, mend}: Finding, {colour, width}: Terminal): string {
  const indent = ' '.repeat(levelWidth + checkWidth + 4)
  const lines = [
    `${subject === null ? '' : `${subject}: `}${found}`,
    ...(level === 'ok' || why === null ? [] : [why]),
    ...(level === 'ok' || mend === null ? [] : [`→ ${mend}`]),
  ]
  const room = Math.max(narrowest, width - indent.length)
  const text = wrapAnsi(lines.map((line) => visible(line)).join('\n'), room, {hard: true}).replaceAll(
    '\n',
    `\n${indent}`,
  )
  return `${paint(colour.stdout, styles[level], level.padEnd(levelWidth))}  ${check.padEnd(checkWidth)}  ${text}\n`
}
