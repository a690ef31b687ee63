/** Microseconds that the units of durations have. */
const units = {ns: 0.001, u: 1, µ: 1, ms: 1000, s: 1e6, m: 60e6, h: 3600e6, d: 86_400e6, w: 604_800e6} as const

/** Microseconds of a duration such as `10m`, or of several together, such as `1h30m`; undefined when it is none. */
export function durationOf(text: string): number | undefined {
  if (!/^(\d+(ns|ms|[uµsmhdw]))+$/.test(text)) return undefined
  return [...text.matchAll(/(\d+)(ns|ms|[uµsmhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units],
    0,
  )
}

/** Microseconds of a unit; undefined when there is no such unit. */
export function unitOf(name: string): number | undefined {
  return Object.hasOwn(units, name) ? units[name as keyof typeof units] : undefined
}
