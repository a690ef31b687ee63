import {describe, expect, test} from 'vitest'
import {nextOccurrence} from '../../src/sandbox/murano/services/timer/calendar.ts'
import {logLines} from '../../src/sandbox/murano/logs.ts'
import {applicationId} from './murano-support.ts'
import {calling} from './murano-call.ts'

const second = 1000

async function timers() {
  const caller = await calling('timer')
  const {sandbox} = caller
  sandbox.clock.stop()
  return {
    ...caller,
    /** Moves the clock on; what timers handed on by then, as their events are in the log. */
    after: async (milliseconds: number) => {
      sandbox.clock.advance(milliseconds)
      await sandbox.catchUp()
      const lines = sandbox.store.collection(logLines).find({where: {solution_id: applicationId, service: 'timer'}})
      return lines
        .filter(({type}) => type === 'event')
        .map(({data}) => (data?.['argument'] as {message: unknown}).message)
    },
  }
}

describe('a timer', () => {
  test('fires once, after its time, and is gone', async () => {
    const {call, result, after} = await timers()
    expect(await result('sendAfter', {duration: 5 * second, message: 'now', timer_id: 't1'})).toEqual({
      result: 'ok',
      timer_id: 't1',
    })
    expect(await after(4 * second)).toEqual([])
    expect(await after(second)).toEqual(['now'])
    expect(await after(60 * second)).toEqual(['now'])
    const gone = await call('cancel', {timer_id: 't1'})
    expect(gone.status).toBe(404)
    expect(gone.json()).toEqual({type: 'NotFound', message: 'Timer t1 was not found.'})
  })

  test('fires again and again until it is stopped, and hands on what it was given', async () => {
    const {result, after} = await timers()
    const message = {room: 7}
    const {timer_id} = (await result('sendInterval', {duration: 10 * second, message})) as {timer_id: string}
    expect(await after(25 * second)).toEqual([message, message])
    expect(await after(5 * second)).toHaveLength(3)
    expect(await result('cancel', {timer_id})).toEqual({result: 'ok'})
    expect(await after(60 * second)).toHaveLength(3)
  })

  test('takes the place of one with the same id', async () => {
    const {result, after} = await timers()
    await result('sendAfter', {duration: second, message: 'first', timer_id: 't'})
    await result('sendAfter', {duration: 2 * second, message: 'second', timer_id: 't'})
    expect(await after(10 * second)).toEqual(['second'])
  })

  test('fires by the calendar, from when it was made', async () => {
    const {result, after} = await timers()
    await result('schedule', {schedule: {hourly: true}, message: 'hour'})
    await result('schedule', {schedule: {daily: true}, message: 'day'})
    expect((await after(24 * 3600 * second)).filter((message) => message === 'hour')).toHaveLength(24)
    expect(await after(0)).toContain('day')
    expect(await result('cancel_all')).toEqual({result: 'ok'})
    expect(await after(48 * 3600 * second)).toHaveLength(25)
  })

  test('does not make up for all that it missed when the clock moves far', async () => {
    const {result, after} = await timers()
    await result('sendInterval', {duration: second, message: 'tick'})
    const ticks = await after(100_000 * second)
    expect(ticks.length).toBeGreaterThan(50)
    expect(ticks.length).toBeLessThan(110)
  })

  test.each([
    ['sendAfter', {}, 'duration is missing'],
    ['sendAfter', {duration: 0}, 'duration is 0'],
    ['sendInterval', {duration: 'soon'}, 'duration is “soon”'],
    ['sendAfter', {duration: 5, message: [1]}, 'message is a list'],
    ['schedule', {duration: 5}, 'schedule is missing'],
    ['schedule', {schedule: {daily: false}}, 'needs one of'],
  ])('is not made by %s with %j', async (operation, given, message) => {
    const {call} = await calling('timer')
    const reply = await call(operation, given)
    expect(reply.status).toBe(400)
    expect(reply.json()).toEqual({type: 'BadRequest', message: expect.stringContaining(message) as string})
  })
})

describe('the calendar', () => {
  const at = (text: string) => Date.parse(`${text}Z`)
  test.each([
    ['weekly', '2026-01-01T08:00', '2026-01-01T08:00', '2026-01-08T08:00'],
    ['weekly', '2026-01-01T08:00', '2026-01-20T00:00', '2026-01-22T08:00'],
    ['monthly', '2026-01-31T08:00', '2026-01-31T08:00', '2026-02-28T08:00'],
    ['monthly', '2026-01-31T08:00', '2026-02-28T08:00', '2026-03-31T08:00'],
    ['yearly', '2024-02-29T08:00', '2024-02-29T08:00', '2025-02-28T08:00'],
    ['yearly', '2024-02-29T08:00', '2027-12-01T00:00', '2028-02-29T08:00'],
  ])('has something %s since %s next after %s', (step, since, after, expected) => {
    expect(nextOccurrence({[step]: true}, at(since), at(after))).toBe(at(expected))
  })

  test('takes the nearest of several, and has nothing where nothing is true', () => {
    const start = at('2026-01-01T00:00')
    expect(nextOccurrence({daily: true, hourly: true}, start, start)).toBe(at('2026-01-01T01:00'))
    expect(nextOccurrence({daily: false}, start, start)).toBeUndefined()
  })
})
