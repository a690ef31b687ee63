import {type Clock, systemClock} from '../client/clock.ts'
import {type Pace} from '../client/pace.ts'

/** Pauses shorter than a timer's precision are made up for afterwards. */
const lagMs = 50
/** Limits hold for a second at least: what was taken in less is not more for that. */
const spanMs = 1000
/** How much of the rate at which a 429 came is left: little less, but where one follows another the rate is far from right. */
const easing = {seldom: 0.95, often: 0.85}
/** A 429 so soon after the pause of another follows it. */
const oftenMs = 5000
/** The rate at which a 429 came is not come near again for a while. */
const shy = 0.97
/** How the rate is raised when there has been no 429 for some time: soon up to near where one came, and later beyond. */
const soon = {afterMs: 1000, everyMs: 1000, by: 1.05}
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
  /** The end of the latest pause; what is taken is counted from there. */
  #pausedUntil: number
  /** How many requests were taken since. */
  #taken = 0
  /** Whether there was a 429 yet, and the rate at which the latest came. */
  #isLimited = false
  #ceiling = Infinity
  /** When the rate was raised. */
  #raised = 0

  constructor({rate = Infinity, clock = systemClock}: {rate?: number | undefined; clock?: Clock} = {}) {
    this.#most = this.#rate = rate
    this.#clock = clock
    this.#pausedUntil = clock.now()
  }

  async turn(signal?: AbortSignal): Promise<void> {
    for (let wait = this.#reserve(); wait > 0; wait = this.#pausedUntil - this.#clock.now()) {
      await this.#clock.delay(wait, signal)
    }
  }

  answered(status: number, retryAfterMs: number | undefined, sentAt: number): void {
    if (status === 429) return this.#slowDown(sentAt, retryAfterMs ?? defaultPauseMs)
    this.#taken += 1
    if (this.#isLimited) this.#speedUp(this.#clock.now())
  }

  /** Milliseconds until the next place in the row, which is taken with that. */
  #reserve(): number {
    const now = this.#clock.now()
    const place = Math.max(this.#next, now - lagMs, this.#pausedUntil)
    this.#next = place + 1000 / this.#rate
    return place - now
  }

  #slowDown(sentAt: number, pauseMs: number): void {
    const now = this.#clock.now()
    const resumed = this.#pausedUntil
    this.#pausedUntil = Math.max(resumed, now + pauseMs)
    // What was under way when the pause began says nothing new.
    if (sentAt < resumed) return
    const taken = (this.#taken * 1000) / Math.max(spanMs, now - resumed)
    const isOften = this.#isLimited && now - resumed < oftenMs
    this.#ceiling = Math.min(this.#rate, taken)
    // One 429 alone, which may be a mistake, does not bring everything to a halt.
    const least = this.#rate === Infinity ? 1 : this.#rate / 2
    this.#rate = Math.max(1, least, this.#ceiling * (isOften ? easing.often : easing.seldom))
    this.#isLimited = true
    this.#taken = 0
    this.#raised = this.#pausedUntil
  }

  #speedUp(now: number): void {
    const near = this.#ceiling * shy
    const {afterMs, everyMs, by} = this.#rate < near ? soon : later
    if (now - this.#pausedUntil < afterMs || now - this.#raised < everyMs) return
    this.#rate = Math.min(this.#most, this.#rate * by, this.#rate < near ? near : Infinity)
    this.#raised = now
  }
}
