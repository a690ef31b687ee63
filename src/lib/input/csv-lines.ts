/** How many line breaks the cells hold: a CSV record is told with its last line, and begins so many lines before. */
export function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}
