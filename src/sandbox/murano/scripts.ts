import {type JsonValue} from '../../lib/client/wire.ts'
import {type Sandbox} from '../sandbox.ts'
import {type Endpoint} from './endpoints.ts'
import {type EventHandler} from './event-handlers.ts'
import {type Solution} from './records.ts'

/** What an endpoint's script leaves behind. */
export interface EndpointOutcome {
  /** What it returned. */
  result: JsonValue
  /** What it made of its `response`. */
  response: JsonValue
}

/** Runs the scripts of solutions, with the solution's modules and services at hand. Throws when a script fails. */
export interface ScriptHost {
  /** Runs a handler as `handle_SERVICE_EVENT(argument)`. */
  run(solution: Solution, handler: EventHandler, argument: JsonValue): Promise<void>
  /** Runs the script of an endpoint, which knows `request` and `response`. */
  answer(solution: Solution, endpoint: Endpoint, request: JsonValue): Promise<EndpointOutcome>
}

/** What runs the scripts of this sandbox. Lua is loaded when the first of them runs. */
export async function scriptHostOf(sandbox: Sandbox): Promise<ScriptHost> {
  const {LuaScriptHost} = await import('./lua/script-host.ts')
  return new LuaScriptHost(sandbox)
}
