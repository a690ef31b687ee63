import {visible} from './sanitise.ts'
import {type Terminal} from './terminal.ts'

export interface Line {
  name: string
  /** Milliseconds since 1970, in order, each with its value. */
  points: [time: number, value: number][]
}

const height = 12
/** A label of time needs so many columns. */
const labelWidth = 20
const colours = ['ansiCyan', 'ansiYellow', 'ansiGreen', 'ansiMagenta', 'ansiRed', 'ansiBlue'] as const

/** Lines over time, as wide as the terminal. Lines that differ in colour only are told apart by a legend where there is colour, and drawn one by one where there is none. */
export async function drawChart(lines: readonly Line[], terminal: Terminal): Promise<string> {
  const {default: plot} = await import('simple-ascii-chart')
  const groups = terminal.colour.stdout ? [lines] : lines.map((line) => [line])
  const charts = groups.map((group) => {
    const times = group.flatMap(({points}) => points.map(([time]) => time))
    const [first, last] = [Math.min(...times), Math.max(...times)]
    const values = group.flatMap(({points}) => points.map(([, value]) => value))
    const margin = Math.max(...values.map((value) => String(rounded(value)).length)) + 4
    const width = Math.max(labelWidth, terminal.width - margin - labelWidth / 2)
    const chart = plot(
      group.map(({points}) => thinned(points, width)),
      {
        width,
        height,
        customXAxisTicks: ticks(first, last, Math.max(1, Math.floor(width / labelWidth) - 1)),
        formatter: (value, {axis}) => (axis === 'x' ? timeLabel(value, last - first) : rounded(value)),
        ...(terminal.colour.stdout && {color: group.map((_, at) => colours[at % colours.length]!)}),
      },
    )
    return `${legend(group, terminal)}\n${trimmed(chart)}\n`
  })
  return charts.join('\n')
}

/** Blanks at the ends of lines, and lines of them. */
function trimmed(chart: string): string {
  return chart
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

const escapes = {ansiCyan: 36, ansiYellow: 33, ansiGreen: 32, ansiMagenta: 35, ansiRed: 31, ansiBlue: 34} as const

function legend(group: readonly Line[], {colour}: Terminal): string {
  return group
    .map(({name}, at) => {
      const text = visible(name)
      return colour.stdout ? `\u001b[${escapes[colours[at % colours.length]!]}m${text}\u001b[39m` : text
    })
    .join('  ')
}

/** No more points than there are columns: of those that share one, the last. */
function thinned(points: Line['points'], width: number): Line['points'] {
  const step = Math.ceil(points.length / width)
  return step <= 1 ? points : points.filter((_, at) => at % step === step - 1 || at === points.length - 1)
}

function ticks(first: number, last: number, count: number): number[] {
  return first === last ? [first] : Array.from({length: count + 1}, (_, at) => first + ((last - first) * at) / count)
}

const dayMs = 86_400_000

function timeLabel(time: number, span: number): string {
  const text = new Date(time).toISOString()
  if (span > 2 * dayMs) return text.slice(0, 10)
  return span > 10 * 60_000 ? text.slice(5, 16).replace('T', ' ') : text.slice(11, 19)
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
