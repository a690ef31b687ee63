import {setTimeout as sleep} from 'node:timers/promises'

/** Where time and chance come from; tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits. Rejects when the signal is aborted meanwhile. */
  delay(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to, not including, 1. */
  random(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  delay: (milliseconds, signal) => sleep(milliseconds, undefined, {signal}),
  random: () => Math.random(),
}
