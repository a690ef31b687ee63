import {type Column} from '../output/columns.ts'
import {sparkline} from '../output/sparkline.ts'
import {paint} from '../output/style.ts'
import {TerminalTable} from '../output/table.ts'
import {type Terminal} from '../output/terminal.ts'
import {type Course, type WatchedState} from './course.ts'

/** So many rounds are drawn. */
const drawnRounds = 20

const headers = {
  service: 'SERVICE',
  state: 'STATE',
  milliseconds: 'MS',
  p50: 'P50',
  p95: 'P95',
  trend: 'TREND',
  message: 'MESSAGE',
}

const columns: readonly Column[] = Object.entries(headers).map(([path, header]) => ({path, header}))

/** The last round of a watch for a terminal, no longer than that: what is not up first. */
export function board(states: readonly WatchedState[], course: Course, terminal: Terminal): string {
  const isUp = ({state}: WatchedState) => state === 'up'
  const ordered = [...states.filter((state) => !isUp(state)), ...states.filter(isUp)]
  // The heading, the header, what is left out, and the line that the cursor is on.
  const shown = ordered.slice(0, Math.max(1, terminal.height - 4))
  const rows = shown.map((state) => ({...state, trend: sparkline(course.of(state.service).slice(-drawnRounds))}))
  const table = new TerminalTable(columns, rows, terminal)
  const left = ordered.length - shown.length
  return [
    `${paint(terminal.colour.stdout, 'bold', heading(states, course))}\n`,
    table.header(),
    table.rows(rows),
    left === 0 ? '' : `and ${left} more\n`,
  ].join('')
}

function heading(states: readonly WatchedState[], {rounds}: Course): string {
  const up = states.filter(({state}) => state === 'up').length
  return `${up} of ${states.length} up, round ${rounds}, ${states[0]?.time ?? ''}`
}
