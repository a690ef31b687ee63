import {type Effect} from '../operation/declaration.ts'
import {type Fields, type Schema} from '../schema.ts'

/** What a Murano service can do: commands and the sandbox's answers are both made of it. */
export interface ServiceFacts {
  /** Its name in scripts: `Keystore`. */
  service: string
  /** Its name in requests: `keystore`. */
  alias: string
  /** What it is, in words that fit behind its name. */
  summary: string
  operations: Readonly<Record<string, OperationFacts>>
  /** What scripts are told of, by the name of the event. */
  events?: Readonly<Record<string, EventFacts>>
}

/** One operation. Its name is sent as it is, its arguments beside each other in one object. */
export interface OperationFacts {
  summary: string
  /** Left out of what only reads. */
  effect?: Effect
  arguments: Fields
  /** What arguments hold that have no names of their own. */
  others?: Schema
  required?: readonly string[]
  /** The parameter of the service's own schema that holds some of the arguments. Over HTTP they are not wrapped in it. */
  container?: {name: string; holds: readonly string[]}
  /** By status; `default` for any other. */
  replies: Readonly<Record<string, ReplyFacts>>
}

export interface ReplyFacts {
  description: string
  /** Left out where nothing comes back. */
  schema?: Schema
}

export interface EventFacts {
  summary: string
  /** What handlers call their argument. */
  parameter: string
  /** What it holds. */
  argument: Fields
  required?: readonly string[]
}
