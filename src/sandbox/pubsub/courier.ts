import {type Clock} from '../clock.ts'
import {type Conditions} from '../collection.ts'
import {type Store} from '../store.ts'
import {afterAttempt, type Delivery, deliveries, type DeliveryAttempt} from './deliveries.ts'
import {customSubscriptions, subscriptions} from './records.ts'

/** How long a command goes on delivering, in real milliseconds. */
const patienceMs = 3000

/** How long a subscriber may take to answer, in real milliseconds. */
const answerMs = 5000

/** How long a claim holds, in real milliseconds: longer than an attempt, so that only a process that died lets it lapse. */
const claimMs = 30_000

/**
 * Takes events to their subscribers: at once in a served sandbox, else before a process ends that has published some.
 * Several processes may do so side by side: each claims a delivery before it tries it.
 */
export class Courier {
  /** Called when there is something to deliver, once the transaction that made it is over. */
  onNotice: (() => void) | undefined
  readonly #store: Store
  readonly #clock: Clock
  readonly #ending = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()
  /** Subscribers that this process is delivering to. */
  readonly #busy = new Set<string>()
  #hasWork = false

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Something is to be delivered: before this process ends, if nobody has done it until then. */
  notice(): void {
    this.#hasWork = true
    setImmediate(() => this.onNotice?.())
  }

  /** When the next attempt is due that nobody is making yet, in milliseconds on the sandbox's clock. */
  next(): number | undefined {
    const dates = this.#waiting().map(({due_at}) => due_at ?? Infinity)
    return dates.length === 0 ? undefined : Math.min(...dates)
  }

  /** Tries all that is due; events for one subscriber in their order. */
  async deliverDue(): Promise<void> {
    this.#hasWork = false
    const work = Promise.all([...new Set(this.#due().map(subscriberOf))].map((subscriber) => this.#serve(subscriber)))
    this.#underWay.add(work)
    await work.finally(() => this.#underWay.delete(work))
  }

  /** The same, for a few seconds at most: a subscriber who does not answer must not hold up a command. */
  async deliverBriefly(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref())
    await Promise.race([this.deliverDue(), patience])
  }

  /** For a process that ends: delivers what it has published. What is left stays for whoever comes next. */
  async finish(): Promise<void> {
    if (this.#hasWork) await this.deliverBriefly().catch(() => undefined)
    this.#ending.abort()
    await Promise.allSettled(this.#underWay)
  }

  async #serve(subscriber: string): Promise<void> {
    this.#busy.add(subscriber)
    try {
      for (;;) {
        const next = this.#ending.signal.aborted ? undefined : this.#dueFor(subscriber)
        if (next === undefined) return
        await this.#deliver(next.uuid)
      }
    } finally {
      this.#busy.delete(subscriber)
    }
  }

  #dueFor(subscriber: string): Delivery | undefined {
    const where = {state: 'pending', subscription_uuid: subscriber}
    return this.#unclaimed(where).find((delivery) => this.#isDue(delivery))
  }

  #due(): Delivery[] {
    return this.#waiting().filter((delivery) => this.#isDue(delivery))
  }

  /** Those that are to be tried at some time, but for subscribers that are being served. */
  #waiting(): Delivery[] {
    return this.#unclaimed({state: 'pending'}).filter((delivery) => !this.#busy.has(subscriberOf(delivery)))
  }

  #unclaimed(where: Conditions): Delivery[] {
    const found = this.#store.collection(deliveries).find({where})
    return found.filter(({claimed_until}) => claimed_until <= Date.now())
  }

  #isDue({state, due_at}: Delivery): boolean {
    return state === 'pending' && due_at !== null && due_at <= this.#clock.now()
  }

  async #deliver(uuid: string): Promise<void> {
    const delivery = this.#claim(uuid)
    if (delivery === undefined) return
    const headers = this.#headersFor(delivery.subscription_uuid)
    if (headers === undefined) return this.#drop(delivery)
    const attempt = await this.#attempt(delivery, headers)
    this.#store.transaction(() => {
      const tried = this.#store
        .collection(deliveries)
        .update(uuid, (current) => afterAttempt(current, attempt, this.#clock.now()))
      if (tried?.state === 'failed') this.#suspend(tried.subscription_uuid)
    })
  }

  /** The delivery, if it is still due and no other process has it. */
  #claim(uuid: string): Delivery | undefined {
    return this.#store.transaction(() => {
      const all = this.#store.collection(deliveries)
      const delivery = all.get(uuid)
      if (!delivery || !this.#isDue(delivery) || delivery.claimed_until > Date.now()) return undefined
      return all.put({...delivery, claimed_until: Date.now() + claimMs})
    })
  }

  async #attempt({url, body}: Delivery, headers: Readonly<Record<string, string>>): Promise<DeliveryAttempt> {
    const at = new Date(this.#clock.now()).toISOString()
    const start = performance.now()
    const {postEvent} = await import('../../lib/pubsub/post-event.ts')
    const outcome = await postEvent(url, {
      ...{body: JSON.stringify(body), patienceMs: answerMs, signal: this.#ending.signal},
      headers: {...headers, 'content-type': 'application/json'},
    })
    return {at, ...outcome, duration_ms: Math.round(performance.now() - start)}
  }

  #headersFor(subscription: string): Record<string, string> | undefined {
    const found =
      this.#store.collection(subscriptions).get(subscription) ??
      this.#store.collection(customSubscriptions).get(subscription)
    return found && Object.fromEntries(found.callback.headers.flatMap((header) => Object.entries(header)))
  }

  #drop({uuid}: Delivery): void {
    this.#store.collection(deliveries).update(uuid, (delivery) => ({...delivery, state: 'dropped', due_at: null}))
  }

  /** Its subscriber gets no new events until somebody takes it up again. */
  #suspend(subscription: string): void {
    this.#store
      .collection(subscriptions)
      .update(subscription, (one) => (one.callback.keep_alive ? one : {...one, suspended: 1}))
  }
}

function subscriberOf({subscription_uuid}: Delivery): string {
  return subscription_uuid
}
