import {EventEmitter, once} from 'node:events'
import {type Seen, serve} from '../lib/client/support.ts'

/** Somebody who is told of events: an HTTP server on loopback, gone when the test is. */
export interface Subscriber {
  url: string
  seen: Seen[]
  /** The bodies that it got, parsed. */
  events: () => Record<string, unknown>[]
  /** Resolves when it has got so many. */
  has: (count: number) => Promise<void>
}

/** Answers the nth event with a status. */
export async function subscriber(answer: (nth: number) => number = () => 204): Promise<Subscriber> {
  const arrivals = new EventEmitter()
  const {url, seen} = await serve((response, _seen, nth) => {
    response.writeHead(answer(nth)).end()
    arrivals.emit('event')
  })
  return {
    url: `${url}/hooks`,
    seen,
    events: () => seen.map(({body}) => JSON.parse(body) as Record<string, unknown>),
    has: async (count) => {
      while (seen.length < count) await once(arrivals, 'event')
    },
  }
}
