import {type Clock, systemClock} from '../client/clock.ts'
import {type Pace} from '../client/pace.ts'

/** Pauses shorter than a timer's precision are made up for afterwards. */
const lagMs = 50
/** A 429 so soon after another says that the rate is far from right: what was taken in between is nearer. */
const oftenMs = 5000
const easing = 0.95
/** The rate at which a 429 came is not come near again for a while. */
const shy = 0.95
/** How the rate is raised when there has been no 429 for some time: soon up to near where one came, and later beyond. */
const soon = {afterMs: 2000, everyMs: 1000, by: 1.05}
const later = {afterMs: 30_000, everyMs: 5000, by: 1.02}
const defaultPauseMs = 1000

/**
 * Spaces requests out. `--rate` is the most there is; a 429 stops all of them for as long as it says, and from then on
 * about as many are sent as the service has taken.
 */
export class Pacer implements Pace {
  readonly #clock: Clock
  readonly #most: number
  #rate: number
  #next = 0
  #pausedUntil = 0
  /** When the last 429 came that was news, and when the rate was raised since. */
  #cut = 0
  #raised = 0
  /** The rate at which it came. */
  #ceiling = Infinity
  readonly #begun: number
  /** How many requests were taken since the last 429. */
  #taken = 0

  constructor({rate = Infinity, clock = systemClock}: {rate?: number | undefined; clock?: Clock} = {}) {
    this.#most = this.#rate = rate
    this.#clock = clock
    this.#begun = clock.now()
  }

  async turn(signal?: AbortSignal): Promise<void> {
    for (let wait = this.#reserve(); wait > 0; wait = this.#pausedUntil - this.#clock.now()) {
      await this.#clock.delay(wait, signal)
    }
  }

  answered(status: number, retryAfterMs: number | undefined): void {
    const now = this.#clock.now()
    if (status === 429) return this.#slowDown(now, retryAfterMs ?? defaultPauseMs)
    this.#taken += 1
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
    const isOften = this.#rate === Infinity || now - this.#cut < oftenMs
    const taken = (this.#taken * 1000) / Math.max(1, now - (this.#cut || this.#begun))
    this.#ceiling = this.#rate
    this.#rate = Math.max(1, Math.min(this.#rate * easing, isOften ? taken : Infinity))
    this.#cut = this.#raised = now
    this.#taken = 0
  }

  #speedUp(now: number): void {
    if (this.#rate >= this.#most || this.#cut === 0) return
    const near = this.#ceiling * shy
    const {afterMs, everyMs, by} = this.#rate < near ? soon : later
    if (now - this.#cut < afterMs || now - this.#raised < everyMs) return
    this.#rate = Math.min(this.#most, this.#rate * by, this.#rate < near ? near : Infinity)
    this.#raised = now
  }
}
