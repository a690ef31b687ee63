import {refused} from '../failure.ts'
import {durationOf} from '../timeseries/duration.ts'

/** A moment in microseconds, of a number of them or such as `1700000000s` or `2026-03-31T08:00:00Z`. Throws a 400 for others. */
export function momentOf(name: string, given: number | string): number {
  if (typeof given === 'number') return given
  if (/^\d+$/.test(given)) return Number(given)
  const time = durationOf(given) ?? Date.parse(given) * 1000
  if (Number.isNaN(time)) throw refused(`${name} is “${given}”, and must be microseconds, or such as 1700000000s.`)
  return time
}

/** The moment that is as far from `now` as a text such as `-2h` says, in microseconds. */
export function relativeMoment(text: string, now: number): number {
  return now - (durationOf(text.replace(/^-/, '')) ?? 0)
}
