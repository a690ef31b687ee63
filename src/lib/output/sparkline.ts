const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** Values as bars beside one another, each as high as it is next to the greatest; `×` where there is none. */
export function sparkline(values: readonly (number | null)[]): string {
  const greatest = Math.max(0, ...values.map((value) => value ?? 0))
  const level = (value: number) => Math.round((value / (greatest || 1)) * (levels.length - 1))
  return values.map((value) => (value === null ? '×' : levels[level(value)])).join('')
}
