import {type JsonObject, type JsonValue} from '../../../../lib/client/wire.ts'
import {type CollectionSpec} from '../../../collection.ts'
import {type Sandbox} from '../../../sandbox.ts'
import {emit, runHandlers} from '../../events.ts'
import {type Calendar, nextOccurrence} from './calendar.ts'

export interface Timer {
  /** `SOLUTION:TIMER`. */
  id: string
  solution_id: string
  timer_id: string
  message: JsonValue
  /** How it goes on when it has fired: every so many milliseconds, or by the calendar. */
  repeats: {every: number} | {calendar: Calendar; since: number} | null
  /** Of what is put down on the agenda for it. */
  agenda_id: number
}

export const timers: CollectionSpec<Timer> = {name: 'murano_timers', id: 'id', indexes: ['solution_id']}

const deed = 'murano.timer'

/** When the clock was moved far ahead, a timer fires that often for the time between, and not more. */
const mostMissed = 100

/** Has timers fire, and their handlers run, on the sandbox's clock. */
export function letTimersFire(sandbox: Sandbox): void {
  sandbox.agenda.register(deed, (data, at) => {
    fire(sandbox, data['id'] as string, at)
    return () => runHandlers(sandbox)
  })
}

/** Sets a timer, in place of one with the same id. */
export function setTimer(sandbox: Sandbox, timer: Omit<Timer, 'agenda_id'>, at: number): void {
  const before = sandbox.store.collection(timers).get(timer.id)
  if (before) sandbox.agenda.cancel(before.agenda_id)
  putDown(sandbox, timer, at)
}

/** Returns whether there was one. */
export function stopTimer({store, agenda}: Sandbox, id: string): boolean {
  const timer = store.collection(timers).get(id)
  if (timer) agenda.cancel(timer.agenda_id)
  return store.collection(timers).delete(id)
}

export function stopTimersOf(sandbox: Sandbox, solution_id: string): void {
  for (const {id} of sandbox.store.collection(timers).find({where: {solution_id}})) stopTimer(sandbox, id)
}

function putDown({store, agenda}: Sandbox, timer: Omit<Timer, 'agenda_id'>, at: number): void {
  store.collection(timers).put({...timer, agenda_id: agenda.add(at, deed, {id: timer.id})})
}

function fire(sandbox: Sandbox, id: string, at: number): void {
  const timer = sandbox.store.collection(timers).get(id)
  if (!timer) return
  const {solution_id, timer_id, message} = timer
  const argument: JsonObject = {message, timer_id, solution_id}
  emit(sandbox, {solution_id, service: 'timer', event: 'timer', argument})
  const next = nextTime(timer, at, sandbox.clock.now())
  if (next === undefined) sandbox.store.collection(timers).delete(id)
  else putDown(sandbox, timer, next)
}

function nextTime({repeats}: Timer, at: number, now: number): number | undefined {
  if (repeats === null) return undefined
  if ('calendar' in repeats) return nextOccurrence(repeats.calendar, repeats.since, at)
  const missed = Math.floor((now - at) / repeats.every)
  return at + repeats.every * Math.max(1, missed - mostMissed)
}
