import {describe, expect, test} from 'vitest'
import {type Frequency} from '../../../src/lib/scheduler/event.ts'
import {isTimezone, isWeekday, nextOccurrence, startOf} from '../../../src/sandbox/scheduler/recurrence.ts'

const start_datetime = '2026-01-15T09:00:00-05:00'
const timezone = 'America/New_York'

interface Times {
  start?: string
  zone?: string
  after?: string
  count?: number
}

/** The first occurrences, in the local time of the zone, to the minute. */
function occurrences(frequency: Frequency, {start = start_datetime, zone = timezone, after, count = 4}: Times = {}) {
  const schedule = {start_datetime: start, timezone: zone, frequency}
  const found: string[] = []
  let last = after === undefined ? Date.parse('2000-01-01') : Date.parse(after)
  while (found.length < count) {
    const next = nextOccurrence(schedule, last)
    if (next === undefined) break
    found.push(local(next, zone))
    last = next
  }
  return found
}

function local(milliseconds: number, timeZone: string): string {
  return new Date(milliseconds).toLocaleString('sv', {timeZone}).slice(0, 16)
}

describe('an event', () => {
  test('that is once has one occurrence', () => {
    expect(occurrences({type: 'once'})).toEqual(['2026-01-15 09:00'])
    expect(
      nextOccurrence({start_datetime, timezone, frequency: {type: 'once'}}, Date.parse(start_datetime)),
    ).toBeUndefined()
  })

  test('begins at the minute of its start, which is in its time zone unless it says another', () => {
    expect(startOf({start_datetime: '2026-01-15T09:00:59.9', timezone})).toBe(Date.parse(start_datetime))
    expect(startOf({start_datetime: '2026-01-15 15:00:00+01:00', timezone})).toBe(Date.parse(start_datetime))
  })

  test.each<[Frequency, string[]]>([
    [{type: 'minute', interval: 20}, ['2026-01-15 09:00', '2026-01-15 09:20', '2026-01-15 09:40', '2026-01-15 10:00']],
    [{type: 'hour', interval: 12}, ['2026-01-15 09:00', '2026-01-15 21:00', '2026-01-16 09:00', '2026-01-16 21:00']],
    [{type: 'day'}, ['2026-01-15 09:00', '2026-01-16 09:00', '2026-01-17 09:00', '2026-01-18 09:00']],
    [
      {type: 'day', day_of_week: ['mon', 'tuesday', 'We', 4, 5]},
      ['2026-01-15 09:00', '2026-01-16 09:00', '2026-01-19 09:00', '2026-01-20 09:00'],
    ],
    [{type: 'week'}, ['2026-01-15 09:00', '2026-01-22 09:00', '2026-01-29 09:00', '2026-02-05 09:00']],
    [
      {type: 'week', interval: 2, day_of_week: ['friday', 'monday']},
      ['2026-01-16 09:00', '2026-01-26 09:00', '2026-01-30 09:00', '2026-02-09 09:00'],
    ],
    [{type: 'week', day_of_week: 0}, ['2026-01-18 09:00', '2026-01-25 09:00', '2026-02-01 09:00', '2026-02-08 09:00']],
    [{type: 'month'}, ['2026-01-15 09:00', '2026-02-15 09:00', '2026-03-15 09:00', '2026-04-15 09:00']],
    [
      {type: 'month', day_of_month: [1, -1]},
      ['2026-01-31 09:00', '2026-02-01 09:00', '2026-02-28 09:00', '2026-03-01 09:00'],
    ],
    [
      {type: 'month', day_of_week: 'tuesday', specific_weekday: 2},
      ['2026-02-10 09:00', '2026-03-10 09:00', '2026-04-14 09:00', '2026-05-12 09:00'],
    ],
    [
      {type: 'month', day_of_week: 'friday', specific_weekday: -1},
      ['2026-01-30 09:00', '2026-02-27 09:00', '2026-03-27 09:00', '2026-04-24 09:00'],
    ],
    [
      {type: 'month', day_of_week: 'friday', specific_weekday: 5},
      ['2026-01-30 09:00', '2026-05-29 09:00', '2026-07-31 09:00', '2026-10-30 09:00'],
    ],
    [{type: 'year', interval: 2}, ['2026-01-15 09:00', '2028-01-15 09:00', '2030-01-15 09:00', '2032-01-15 09:00']],
  ])('with %j', (frequency, expected) => {
    expect(occurrences(frequency)).toEqual(expected)
  })

  test('on the 31st is on the last day of shorter months, and on the 29th of February likewise', () => {
    const monthly = occurrences({type: 'month'}, {start: '2026-01-31T09:00:00-05:00'})
    expect(monthly).toEqual(['2026-01-31 09:00', '2026-02-28 09:00', '2026-03-31 09:00', '2026-04-30 09:00'])
    const yearly = occurrences({type: 'year'}, {start: '2028-02-29T09:00:00-05:00', count: 2})
    expect(yearly).toEqual(['2028-02-29 09:00', '2029-02-28 09:00'])
  })

  test('has none after its end', () => {
    const frequency = {type: 'day', end_datetime: '2026-01-16T14:00:00Z'} as const
    expect(occurrences(frequency)).toEqual(['2026-01-15 09:00', '2026-01-16 09:00'])
  })

  test('is found at once however long ago it began', () => {
    const after = '2046-05-01T00:00:00Z'
    expect(occurrences({type: 'minute', interval: 7}, {after, count: 1})).toHaveLength(1)
    expect(occurrences({type: 'day', interval: 3}, {after, count: 1})).toEqual(['2046-05-03 09:00'])
    expect(occurrences({type: 'month', interval: 5}, {after, count: 1})).toEqual(['2046-06-15 09:00'])
  })
})

describe('when the clocks change', () => {
  test('days keep the time of day', () => {
    const spring = occurrences({type: 'day'}, {start: '2026-03-07T09:00:00-05:00', count: 2})
    expect(spring).toEqual(['2026-03-07 09:00', '2026-03-08 09:00'])
    const schedule = {start_datetime: '2026-03-07T09:00:00-05:00', timezone, frequency: {type: 'day'} as const}
    const next = nextOccurrence(schedule, Date.parse('2026-03-07T09:00:00-05:00'))
    expect(next).toBe(Date.parse('2026-03-08T09:00:00-04:00'))
  })

  test('hours are 60 minutes long', () => {
    const hourly = occurrences({type: 'hour'}, {start: '2026-03-08T01:00:00-05:00', count: 3})
    expect(hourly).toEqual(['2026-03-08 01:00', '2026-03-08 03:00', '2026-03-08 04:00'])
  })

  test('a time of day that is left out moves behind the gap, for that day', () => {
    const daily = occurrences({type: 'day'}, {start: '2026-03-07T02:30:00-05:00', count: 3})
    expect(daily).toEqual(['2026-03-07 02:30', '2026-03-08 03:30', '2026-03-09 02:30'])
  })

  test('a time of day that comes twice counts once', () => {
    const daily = occurrences({type: 'day'}, {start: '2026-10-31T01:30:00-04:00', count: 3})
    expect(daily).toEqual(['2026-10-31 01:30', '2026-11-01 01:30', '2026-11-02 01:30'])
  })

  test('other zones change on other days', () => {
    const weekly = occurrences({type: 'week'}, {start: '2026-03-22T09:00:00+01:00', zone: 'Europe/Berlin', count: 2})
    expect(weekly).toEqual(['2026-03-22 09:00', '2026-03-29 09:00'])
  })
})

test('time zones and days of the week are known', () => {
  expect(['America/New_York', 'Asia/Kolkata', 'UTC'].map(isTimezone)).toEqual([true, true, true])
  expect(['America/Newyork', '', 'EST5'].map(isTimezone)).toEqual([false, false, false])
  expect([0, 7, '3', 'Sunday', 'th'].map(isWeekday)).toEqual([true, true, true, true, true])
  expect([8, -1, 'xx', 'noday'].map(isWeekday)).toEqual([false, false, false, false])
})
