import {type Clock, systemClock} from '../client/clock.ts'
import {type Pace} from '../client/pace.ts'

/** Pauses shorter than a timer's precision are made up for afterwards. */
const lagMs = 50
const windowMs = 1000
/** After a 429: so much of what the service took until then. */
const easing = 0.95
/** So long after a 429, the rate is raised again, by little, from time to time. */
const calmMs = 30_000
const raise = 1.02
const raiseEveryMs = 5000
const defaultPauseMs = 1000

/**
 * Spaces requests out. `--rate` is the most there is; a 429 stops all of them for as long as it says, and from then on
 * fewer are sent than the service has taken in the second before.
 */
export class Pacer implements Pace {
  readonly #clock: Clock
  readonly #most: number
  #rate: number
  #next = 0
  #pausedUntil = 0
  #changed = 0
  readonly #begun: number
  /** When requests of the last second were taken. */
  #taken: number[] = []

  constructor({rate = Infinity, clock = systemClock}: {rate?: number | undefined; clock?: Clock} = {}) {
    this.#most = this.#rate = rate
    this.#clock = clock
    this.#begun = clock.now()
  }

  /** Requests a second at present. */
  get rate(): number {
    return this.#rate
  }

  async turn(signal?: AbortSignal): Promise<void> {
    for (let wait = this.#reserve(); wait > 0; wait = this.#pausedUntil - this.#clock.now()) {
      await this.#clock.delay(wait, signal)
    }
  }

  answered(status: number, retryAfterMs: number | undefined): void {
    const now = this.#clock.now()
    if (status === 429) return this.#slowDown(now, retryAfterMs ?? defaultPauseMs)
    this.#taken.push(now)
    if (this.#taken.length > 2 * this.#inWindow(now)) this.#forget(now)
    this.#speedUp(now)
  }

  /** Milliseconds until the next place in the row, which is taken with that. */
  #reserve(): number {
    const now = this.#clock.now()
    const place = Math.max(this.#next, now - lagMs, this.#pausedUntil)
    this.#next = place + 1000 / this.#rate
    return place - now
  }

  #slowDown(now: number, pauseMs: number): void {
    const isNews = now >= this.#pausedUntil
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pauseMs)
    // Requests that were under way together are refused together.
    if (!isNews) return
    const seconds = Math.min(windowMs, Math.max(1, now - this.#begun)) / 1000
    this.#rate = Math.max(1, Math.min(this.#rate, this.#inWindow(now) / seconds) * easing)
    this.#changed = now
    this.#forget(now)
  }

  #speedUp(now: number): void {
    if (this.#rate >= this.#most || this.#changed === 0 || now - this.#changed < calmMs) return
    this.#rate = Math.min(this.#most, this.#rate * raise)
    this.#changed = now - calmMs + raiseEveryMs
  }

  #inWindow(now: number): number {
    let count = 0
    for (let at = this.#taken.length - 1; at >= 0 && this.#taken[at]! > now - windowMs; at--) count++
    return count
  }

  #forget(now: number): void {
    this.#taken = this.#taken.filter((at) => at > now - windowMs)
  }
}
