import {type Observer} from './events.ts'

/** The time of the service, as its replies tell it: to the second, and that of this machine until there is one. */
export class ServerClock {
  #ahead = 0

  readonly observe: Observer = (event) => {
    if (event.kind !== 'reply') return
    const told = Date.parse(event.headers['date'] ?? '')
    if (!Number.isNaN(told)) this.#ahead = told - Date.now()
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead
  }
}
