import {type Clock} from '../../client/clock.ts'
import {CliError} from '../../errors.ts'
import {Patience, pauseFor} from '../../follow/patience.ts'
import {type Subscription} from '../subscription.ts'
import {type Gap} from './received-event.ts'

/** The calls that a subscription is kept with; dates are RFC 3339. */
export interface SubscriptionCalls {
  subscribe(until: string): Promise<Subscription>
  extend(uuid: string, until: string): Promise<Subscription>
  /** Takes it up again. */
  resume(uuid: string): Promise<unknown>
  remove(uuid: string): Promise<unknown>
}

export interface KeepingOptions {
  calls: SubscriptionCalls
  /** The time of the platform, in milliseconds since 1970. */
  now: () => number
  /** How long it outlives a process that cannot remove it. */
  lifetimeMs: number
  /** How often it is extended. */
  everyMs: number
  signal: AbortSignal
  onGap: (gap: Gap) => void
  warn: (message: string) => void
  clock?: Clock | undefined
}

/** As far as the time of the service may be from what was thought when it was subscribed. */
const tolerableMs = 10_000

/** A subscription for as long as somebody listens: extended before it ends, put right where the platform gave it up. */
export class KeptSubscription {
  readonly #options: KeepingOptions
  #uuid: string | undefined
  /** When it was last known to be in force. */
  #lastSeen = 0

  constructor(options: KeepingOptions) {
    this.#options = options
  }

  /** Undefined where there is none. */
  get uuid(): string | undefined {
    return this.#uuid
  }

  /** Makes the subscription. The reply may tell that the platform's clock is another: then its end is moved. */
  async begin(): Promise<Subscription> {
    const {calls, now} = this.#options
    const until = now() + this.#options.lifetimeMs
    let subscription = await calls.subscribe(iso(until))
    this.#uuid = subscription.subscription_uuid
    if (Math.abs(this.#until() - until) > tolerableMs) subscription = await calls.extend(this.#uuid, iso(this.#until()))
    this.#lastSeen = now()
    return subscription
  }

  /** Extends it until the signal is aborted. Throws what does not pass by itself. */
  async keep(): Promise<void> {
    const {everyMs, signal, clock} = this.#options
    const patience = this.#patience()
    try {
      for (;;) {
        await pauseFor(everyMs, signal, clock)
        while (!(await this.#isRefreshed(patience))) await patience.pause()
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  async #isRefreshed(patience: Patience): Promise<boolean> {
    try {
      await this.#refresh()
    } catch (error) {
      patience.check(error)
      return false
    }
    patience.answered()
    this.#lastSeen = this.#options.now()
    return true
  }

  /** Moves its end on, and looks whether it is still in force: where not, puts it right and tells the gap. */
  async #refresh(): Promise<void> {
    const {calls} = this.#options
    const uuid = this.#uuid!
    const subscription = await calls.extend(uuid, iso(this.#until())).catch((error: unknown) => {
      if (error instanceof CliError && error.status === 404) return undefined
      throw error
    })
    if (subscription === undefined) {
      this.#uuid = (await calls.subscribe(iso(this.#until()))).subscription_uuid
      this.#tellGap('The subscription was gone; there is a new one.')
    } else if (subscription.suspended === 1) {
      await calls.resume(uuid)
      this.#tellGap('The platform had suspended the subscription; it is taken up again.')
    }
  }

  async end(): Promise<void> {
    if (this.#uuid === undefined) return
    await this.#options.calls.remove(this.#uuid).catch((error: unknown) => {
      if (!(error instanceof CliError) || error.status !== 404) throw error
    })
    this.#uuid = undefined
  }

  #until(): number {
    return this.#options.now() + this.#options.lifetimeMs
  }

  #patience(): Patience {
    const {signal, warn, clock} = this.#options
    return new Patience({
      ...{patienceMs: Infinity, signal, clock, lost: (cause) => cause},
      onLoss: (cause) => warn(`The platform cannot be reached; trying again. ${cause.message}`),
      onReturn: () => {
        warn('The platform can be reached again.')
        this.#tellGap('The platform could not be reached: events of that time come late, if at all.')
      },
    })
  }

  #tellGap(reason: string): void {
    const {now, onGap} = this.#options
    onGap({since: iso(this.#lastSeen), until: iso(now()), reason})
  }
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
