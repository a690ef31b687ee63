import {type Arrivals} from '../../follow/arrivals.ts'
import {RecentRows} from '../../follow/recent-rows.ts'
import {forward} from './forward.ts'
import {passedHeaders} from './passed-headers.ts'
import {bodyOf, namesOf, type ReceivedEvent} from './received-event.ts'
import {type Posted} from './receiver.ts'

export interface InboxOptions {
  /** The program that events are passed on to. */
  forwardTo: string | undefined
  /** Names of headers that are not passed on: the key. */
  own: ReadonlySet<string>
  /** Names of headers that are passed on, and shown nowhere. */
  secret: ReadonlySet<string>
  arrivals: Arrivals<ReceivedEvent>
}

/** Passes events on as they come, and answers the platform as the program does: it repeats what the program has not taken. */
export class Inbox {
  readonly #options: InboxOptions
  readonly #recent = new RecentRows<{uuid: string | null}>({idOf: ({uuid}) => uuid ?? '', timeOf: () => 0})
  readonly #underWay = new Set<Promise<number>>()

  constructor(options: InboxOptions) {
    this.#options = options
  }

  /** Takes an event and says what the platform is answered. */
  readonly take = (posted: Posted): Promise<number> => {
    const taking = this.#take(posted).finally(() => this.#underWay.delete(taking))
    this.#underWay.add(taking)
    return taking
  }

  /** Resolves when all that has come is passed on. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay)
  }

  async #take({headers, body}: Posted): Promise<number> {
    const {forwardTo, own, secret, arrivals} = this.#options
    const received = new Date().toISOString()
    const passedOn = {headers: passedHeaders(headers, own), body}
    const outcome = forwardTo === undefined ? null : await forward(forwardTo, passedOn)
    const posted = bodyOf(body.toString())
    const names = namesOf(posted.body)
    const shown = passedHeaders(headers, new Set([...own, ...secret]))
    const isTaken = arrivals.add({
      ...{kind: 'event', received_datetime: received, ...names, repeated: this.#isRepeated(names)},
      ...{forward: outcome, headers: shown, ...posted, gap: null},
    })
    // Nobody reads it here: later, perhaps.
    if (!isTaken) return 503
    return outcome === null ? 204 : (outcome.status ?? 502)
  }

  #isRepeated({uuid}: Pick<ReceivedEvent, 'uuid'>): boolean {
    if (uuid === null) return false
    const isKnown = this.#recent.count(uuid) > 0
    if (!isKnown) this.#recent.add({uuid})
    return isKnown
  }
}
