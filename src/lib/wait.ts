import {systemClock} from './client/clock.ts'
import {type Console} from './console.ts'
import {Waiting} from './output/progress.ts'

const firstPauseMs = 250
const longestPauseMs = 2000

/** Looks again and again, at growing intervals, until there is an answer; undefined when the time is over. `what` is shown meanwhile. */
export async function waitFor<T>(
  what: string | undefined,
  look: () => Promise<T | undefined>,
  console: Pick<Console, 'terminal' | 'timeoutMs' | 'signal'>,
): Promise<T | undefined> {
  const {terminal, timeoutMs, signal} = console
  const end = systemClock.now() + timeoutMs
  const waiting = new Waiting(terminal)
  if (what !== undefined) waiting.start(what)
  try {
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      const answer = await look()
      if (answer !== undefined || systemClock.now() >= end) return answer
      await systemClock.delay(Math.min(pause, Math.max(0, end - systemClock.now())), signal)
    }
  } finally {
    waiting.stop()
  }
}
