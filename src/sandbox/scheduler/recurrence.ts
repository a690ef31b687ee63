import {DateTime, IANAZone} from 'luxon'
import {type Frequency, type ScheduledEvent} from '../../lib/scheduler/event.ts'

type Schedule = Pick<ScheduledEvent, 'start_datetime' | 'timezone' | 'frequency'>

/** Periods to look through for the next occurrence: some have none, such as months without a fifth Friday. */
const mostPeriods = 500

const exactUnits = {minute: 60_000, hour: 3_600_000} as const
const calendarUnits = {day: 'days', week: 'weeks', month: 'months', year: 'years'} as const

export function isTimezone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** When an event begins, in milliseconds: the minute of its start, which is in its time zone unless it says another. */
export function startOf({start_datetime, timezone}: Omit<Schedule, 'frequency'>): number {
  return firstOf({start_datetime, timezone}).toMillis()
}

/**
 * When an event occurs next after a time, in milliseconds; undefined when it does not any more. Days, weeks, months and
 * years are those of its time zone, so that nine o'clock stays nine o'clock when the clocks change; hours are 60 minutes.
 */
export function nextOccurrence(schedule: Schedule, after: number): number | undefined {
  const next = unlimitedNext(schedule, after)
  const end = schedule.frequency.end_datetime
  return next === undefined || (end !== undefined && next > Date.parse(end)) ? undefined : next
}

function unlimitedNext(schedule: Schedule, after: number): number | undefined {
  const {frequency} = schedule
  const {type, interval = 1} = frequency
  const first = firstOf(schedule)
  const start = first.toMillis()
  if (type === 'once') return start > after ? start : undefined
  if (type === 'minute' || type === 'hour') {
    const step = exactUnits[type] * interval
    return start + Math.max(0, Math.floor((after - start) / step) + 1) * step
  }
  const unit = calendarUnits[type]
  const elapsed = DateTime.fromMillis(after, {zone: first.zone}).diff(first, unit).as(unit)
  const begin = Math.max(0, Math.floor(elapsed / interval) - 1)
  for (let period = begin; period < begin + mostPeriods; period++) {
    const times = occurrencesIn(first, frequency, period * interval).map((time) => time.toMillis())
    const found = times.filter((time) => time >= start && time > after)
    if (found.length > 0) return Math.min(...found)
  }
  return undefined
}

function firstOf({start_datetime, timezone}: Omit<Schedule, 'frequency'>): DateTime {
  return DateTime.fromISO(start_datetime.replace(' ', 'T'), {zone: timezone}).startOf('minute')
}

/** The occurrences in the period that is so many days, weeks, months or years after the first. */
function occurrencesIn(first: DateTime, frequency: Frequency, distance: number): DateTime[] {
  const weekdays = listOf(frequency.day_of_week).map(weekdayOf)
  if (frequency.type === 'day') {
    const day = first.plus({days: distance})
    return weekdays.length === 0 || weekdays.includes(day.weekday) ? [day] : []
  }
  if (frequency.type === 'week') {
    const monday = first.startOf('week').plus({weeks: distance})
    return (weekdays.length === 0 ? [first.weekday] : weekdays).map((day) =>
      atTime(monday.plus({days: day - 1}), first),
    )
  }
  const unit = frequency.type === 'year' ? 'years' : 'months'
  const month = first.startOf('month').plus({[unit]: distance})
  return daysIn(month, frequency, weekdays, first.day).map((day) => atTime(month.set({day}), first))
}

/** Days of a month: certain weekdays of it, or by number. A day that it does not have is its last. */
function daysIn(
  month: DateTime,
  {specific_weekday: nth, day_of_month}: Frequency,
  weekdays: readonly number[],
  usual: number,
): number[] {
  const length = month.daysInMonth ?? 28
  if (nth !== undefined && nth !== 0 && weekdays.length > 0) {
    const days = weekdays.map((weekday) => nthWeekday(month, length, weekday, nth))
    return days.filter((day) => day >= 1 && day <= length)
  }
  const days = listOf(day_of_month).filter((day) => day !== 0)
  const wanted = days.length === 0 ? [usual] : days
  return [...new Set(wanted.map((day) => Math.max(1, Math.min(day < 0 ? length + day + 1 : day, length))))]
}

function nthWeekday(month: DateTime, length: number, weekday: number, nth: number): number {
  const first = 1 + ((weekday - month.weekday + 7) % 7)
  if (nth > 0) return first + (nth - 1) * 7
  const last = first + Math.floor((length - first) / 7) * 7
  return last + (nth + 1) * 7
}

function atTime(day: DateTime, {hour, minute}: DateTime): DateTime {
  return day.set({hour, minute})
}

const weekdayNames = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** 1 for Monday to 7 for Sunday, of a number or of a name in English. */
function weekdayOf(given: string | number): number {
  const number = Number(given)
  if (Number.isInteger(number)) return number === 0 ? 7 : number
  return weekdayNames.indexOf(String(given).slice(0, 2).toLowerCase()) + 1
}

/** Whether it is a day of the week, by number or by name. */
export function isWeekday(given: string | number): boolean {
  const day = weekdayOf(given)
  return day >= 1 && day <= 7
}

function listOf<Value>(given: Value | Value[] | undefined): Value[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given]
}
