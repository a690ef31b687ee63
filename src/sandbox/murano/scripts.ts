import {type JsonValue} from '../../lib/client/wire.ts'
import {type Sandbox} from '../sandbox.ts'
import {type EventHandler} from './event-handlers.ts'
import {type Solution} from './records.ts'

/** Runs the scripts of solutions. */
export interface ScriptHost {
  /** Runs a handler as `handle_SERVICE_EVENT(argument)`, with the solution's modules at hand. Throws when the script fails. */
  run(solution: Solution, handler: EventHandler, argument: JsonValue): Promise<void>
}

/** What runs the scripts of this sandbox; undefined as long as it has nothing that does. */
export const scriptHostOf: (sandbox: Sandbox) => Promise<ScriptHost | undefined> = async () => undefined
