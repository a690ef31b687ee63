import {randomUUID} from 'node:crypto'
import {type JsonValue} from '../../../../lib/client/wire.ts'
import {timer as facts} from '../../../../lib/murano/services/timer.ts'
import {declaredService} from '../declared-service.ts'
import {typeAndMessage} from '../failure-shapes.ts'
import {missing, refused} from '../failure.ts'
import {type ServiceCall} from '../service.ts'
import {nextOccurrence} from './calendar.ts'
import {setTimer, stopTimer, stopTimersOf, type Timer} from './timers.ts'

interface Given {
  timer_id?: string
  message?: JsonValue
}

export const timer = declaredService(
  facts,
  {
    schedule({schedule, ...given}, call) {
      const since = call.sandbox.clock.now()
      const first = nextOccurrence(schedule, since, since)
      if (first === undefined)
        throw refused('schedule needs one of hourly, daily, weekly, monthly and yearly to be true.')
      return start(call, given, first, {calendar: schedule, since})
    },
    sendAfter: ({duration, ...given}, call) => start(call, given, call.sandbox.clock.now() + duration, null),
    sendInterval: ({duration, ...given}, call) =>
      start(call, given, call.sandbox.clock.now() + duration, {every: duration}),
    cancel({timer_id}, {sandbox, solution}) {
      if (!stopTimer(sandbox, `${solution.id}:${timer_id}`)) throw missing(`Timer ${timer_id}`)
      return {result: 'ok'}
    },
    cancel_all(_given, {sandbox, solution}) {
      stopTimersOf(sandbox, solution.id)
      return {result: 'ok'}
    },
  },
  typeAndMessage,
)

function start({sandbox, solution}: ServiceCall, given: Given, first: number, repeats: Timer['repeats']) {
  const {timer_id = randomUUID(), message = null} = given
  const id = `${solution.id}:${timer_id}`
  setTimer(sandbox, {id, solution_id: solution.id, timer_id, message, repeats}, first)
  return {result: 'ok', timer_id}
}
