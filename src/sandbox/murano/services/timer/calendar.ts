const hour = 3_600_000

const fixed = {hourly: hour, daily: 24 * hour, weekly: 7 * 24 * hour} as const
const months = {monthly: 1, yearly: 12} as const

/** How often something happens: at least one of these is true. */
export type Calendar = Partial<Record<keyof typeof fixed | keyof typeof months, boolean>>

/** The first time after `at` of what happens by a calendar that began at `since`; all in milliseconds. */
export function nextOccurrence(calendar: Calendar, since: number, at: number): number | undefined {
  const lengths = named(fixed).filter(([name]) => calendar[name])
  const steps = named(months).filter(([name]) => calendar[name])
  const times = [
    ...lengths.map(([, length]) => since + (Math.floor((at - since) / length) + 1) * length),
    ...steps.map(([, step]) => nextByMonths(step, since, at)),
  ]
  return times.length === 0 ? undefined : Math.min(...times)
}

function nextByMonths(step: number, since: number, at: number): number {
  for (let count = step; ; count += step) {
    const time = monthsLater(since, count)
    if (time > at) return time
  }
}

/** The same day and time that many months later; the last of the month, where it has no such day. */
function monthsLater(since: number, count: number): number {
  const date = new Date(since)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return date.setUTCDate(Math.min(day, last))
}

function named<Name extends string>(record: Readonly<Record<Name, number>>): [Name, number][] {
  return Object.entries(record) as [Name, number][]
}
