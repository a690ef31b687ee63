import {type Column} from '../output/columns.ts'
import {type Frame} from '../output/screen.ts'
import {sparkline} from '../output/sparkline.ts'
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

/** The last round of a watch for a terminal: what is not up comes first, where it is not cut off. */
export function board(states: readonly WatchedState[], course: Course, terminal: Terminal): Frame {
  const isUp = ({state}: WatchedState) => state === 'up'
  const ordered = [...states.filter((state) => !isUp(state)), ...states.filter(isUp)]
  const rows = ordered.map((state) => ({...state, trend: sparkline(course.of(state.service).slice(-drawnRounds))}))
  const table = new TerminalTable(columns, rows, terminal)
  return {title: heading(states, course), lines: `${table.header()}${table.rows(rows)}`.trimEnd().split('\n')}
}

function heading(states: readonly WatchedState[], {rounds}: Course): string {
  const up = states.filter(({state}) => state === 'up').length
  return `${up} of ${states.length} up, round ${rounds}, ${states[0]?.time ?? ''}`
}
