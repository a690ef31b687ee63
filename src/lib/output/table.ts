import Table from 'cli-table3'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import {cellText, valueAt, type Column} from './columns.ts'
import {visible} from './sanitise.ts'
import {paint} from './style.ts'
import {type Terminal} from './terminal.ts'

const gap = 2
const narrowest = 6

/** A table for a terminal. Its columns get their widths from the first block of rows and keep them. */
export class TerminalTable {
  /** Columns for which the terminal is too narrow. */
  readonly left: readonly Column[]
  private readonly shown: readonly Column[]
  private readonly widths: readonly number[]

  constructor(
    columns: readonly Column[],
    firstBlock: readonly unknown[],
    private readonly terminal: Pick<Terminal, 'width' | 'colour'>,
  ) {
    const fitting = Math.max(1, Math.floor((terminal.width + gap) / (narrowest + gap)))
    this.shown = columns.slice(0, fitting)
    this.left = columns.slice(fitting)
    const natural = this.shown.map((column) =>
      Math.max(stringWidth(column.header), ...firstBlock.map((row) => stringWidth(this.cell(row, column)))),
    )
    this.widths = fitBesideFirst(natural, terminal.width - gap * (this.shown.length - 1))
  }

  header(): string {
    const [line = ''] = this.lines([this.shown.map((column) => visible(column.header))])
    return `${paint(this.terminal.colour.stdout, 'bold', line)}\n`
  }

  rows(block: readonly unknown[]): string {
    const lines = this.lines(block.map((row) => this.shown.map((column) => this.cell(row, column))))
    return lines.map((line) => `${line}\n`).join('')
  }

  private cell(row: unknown, column: Column): string {
    // More than a terminal's width is never shown, and measuring it all would take long.
    return visible(displayText(row, column).slice(0, this.terminal.width * 4))
  }

  private lines(cells: readonly string[][]): string[] {
    return aligned(cells, this.widths)
  }
}

/** An object as lines of field and value; long values go on in the next line. */
export function fieldTable(value: unknown, columns: readonly Column[], terminal: Terminal): string {
  const headers = columns.map((column) => visible(column.header))
  const longest = Math.max(...headers.map((header) => stringWidth(header)))
  const first = Math.min(longest, Math.floor(terminal.width / 2))
  const second = Math.max(terminal.width - first - gap, narrowest)
  const cells = columns.map((column, index) => {
    const lines = visible(displayText(value, column), '\n').split('\n')
    return [
      paint(terminal.colour.stdout, 'bold', headers[index] ?? ''),
      lines.map((line) => wrapAnsi(line, second, {hard: true, trim: false})).join('\n'),
    ]
  })
  return aligned(cells, [first, second])
    .map((line) => `${line}\n`)
    .join('')
}

function displayText(row: unknown, column: Column): string {
  const value = valueAt(row, column.path)
  return column.format !== undefined && value != null ? column.format(value) : cellText(value)
}

/** The first column names the row, and people copy it: it stays whole as long as the others have room to be read. */
function fitBesideFirst([first = 0, ...rest]: readonly number[], available: number): number[] {
  const left = available - first
  return rest.length > 0 && left >= rest.length * narrowest
    ? [first, ...fit(rest, left)]
    : fit([first, ...rest], available)
}

/** Takes from the widest columns until all fit. */
function fit(natural: readonly number[], available: number): number[] {
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
  const capped = (cap: number) => natural.map((width) => Math.min(width, cap))
  let cap = Math.max(...natural)
  while (cap > narrowest && sum(capped(cap)) > available) cap -= 1
  // A step of the cap takes from several columns at once: what is over goes back, from the left.
  let spare = available - sum(capped(cap))
  return capped(cap).map((width, index) => {
    if (spare <= 0 || natural[index] === width) return width
    spare -= 1
    return width + 1
  })
}

const edges = ['top', 'bottom', 'left', 'mid', 'right'].flatMap((edge) => [edge, `${edge}-mid`])
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right', 'middle']
const noFrame = Object.fromEntries([...edges, ...corners].map((name) => [name, '']))

/** Cells as lines of aligned columns without a frame; what is wider than its column is cut. */
function aligned(cells: readonly string[][], widths: readonly number[]): string[] {
  const gaps = widths.map((_, index) => (index === widths.length - 1 ? 0 : gap))
  const table = new Table({
    chars: noFrame,
    style: {'padding-left': 0, 'padding-right': 0, head: [], border: []},
    colWidths: widths.map((width, index) => width + (gaps[index] ?? 0)),
  })
  table.push(...cells.map((row) => row.map((content, x) => ({content, style: {'padding-right': gaps[x] ?? 0}}))))
  return table
    .toString()
    .split('\n')
    .map((line) => line.replace(halves, ' ').trimEnd())
}

/** Cutting can leave half a character of two units; it has the width of the space that replaces it. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])/g
