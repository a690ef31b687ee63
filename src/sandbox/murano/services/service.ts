import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {type EventFacts} from '../../../lib/murano/service-facts.ts'
import {OwnRefusal} from '../../refusal.ts'
import {type Sandbox} from '../../sandbox.ts'
import {type ServiceConfig, type Solution} from '../records.ts'

/** One call of an operation, from outside or from a script. */
export interface ServiceCall {
  /** Its store, clock and agenda; `putIntoOutbox(sandbox, …)` for what is sent. */
  sandbox: Sandbox
  /** What is kept belongs to it. */
  solution: Solution
  /** Settings of the service in the solution. */
  config: ServiceConfig
  /** All of them flat in one object: path, query and body parameters side by side. */
  arguments: JsonObject
  /** Tells the solution's event handlers, when the call is over; see murano/events.ts. */
  emit: (event: string, argument: JsonValue) => void
}

/**
 * Runs in a transaction. Scripts wait for its result, so it is not asynchronous. Undefined: nothing comes back. Throws a
 * `serviceError` where it fails.
 */
export type Operation = (call: ServiceCall) => JsonValue | undefined

/** A service that solutions can use. */
export interface MuranoService {
  alias: string
  /** As people read it, and as scripts call it. */
  name: string
  operations: Readonly<Record<string, Operation>>
  /** The status of a reply with nothing in it: 204 unless told. */
  emptyStatus?: (operation: string) => number
  /** What it tells scripts of. */
  events?: Readonly<Record<string, Pick<EventFacts, 'parameter'>>>
  /** Its description in Swagger 2.0. */
  schema: () => JsonObject
}

/** What a service answers when it fails: each has a shape of its own. */
export function serviceError(status: number, body: JsonObject): OwnRefusal {
  return new OwnRefusal(status, body)
}
