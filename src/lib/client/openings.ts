import {type Socket} from 'node:net'
import buildConnector from 'undici/lib/core/connect.js'
import {type Opening} from './events.ts'

interface Ready {
  opening: Opening
  at: number
}

/** Opens connections and remembers what that took, for the request that is the first on each. */
export class Openings {
  /** By origin: undici gives a connection to a request in the turn in which it is ready. */
  readonly #ready = new Map<string, Ready>()

  /** What undici opens connections with. */
  connector(timeout: number): buildConnector.connector {
    const open = buildConnector({timeout})
    return (options, callback) => {
      const begun = performance.now()
      let resolved = begun
      let connected: number | undefined
      // It gives back the socket, which its types do not say.
      const socket = open(options, (...outcome) => {
        const at = performance.now()
        connected ??= at
        const {protocol, host} = options
        if (outcome[0] === null) {
          const isResolved = resolved > begun
          const opening = {
            ...(isResolved && {dns: resolved - begun}),
            connect: connected - resolved,
            ...(protocol === 'https:' && {tls: at - connected}),
          }
          this.#ready.set(`${protocol}//${host}`, {opening, at})
        }
        callback(...outcome)
      }) as unknown as Socket
      socket.once('lookup', () => (resolved = performance.now()))
      socket.once('connect', () => (connected ??= performance.now()))
      return socket
    }
  }

  /** What was opened for a request that has waited since then; undefined where it got a connection that stood already. */
  take(origin: string, since: number): Opening | undefined {
    const ready = this.#ready.get(origin)
    this.#ready.delete(origin)
    return ready !== undefined && ready.at >= since ? ready.opening : undefined
  }
}
