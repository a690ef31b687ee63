import type * as Wasmoon from 'wasmoon'
import {type JsonObject, type JsonValue} from '../../../lib/client/wire.ts'
import {prelude} from './prelude.ts'

/** How long a script may take, in real milliseconds, and how much memory it may use, in bytes. */
const limitMs = 1000
const memoryLimit = 32 * 1024 * 1024

export interface Script {
  /** What messages say before the line. */
  name: string
  source: string
  /** What it calls its arguments. */
  parameters: readonly string[]
}

/** What a script can reach outside of its machine. Functions get and give JSON. */
export interface LuaHost {
  /** Seconds. */
  now: () => number
  log: (severity: string, message: string) => void
  severities: readonly string[]
  /** The source of a module. */
  module: (name: string) => string | undefined
  /** Aliases of services by the names that scripts call them. */
  services: Readonly<Record<string, string>>
  call: (service: string, operation: string, given: JsonObject) => JsonValue
}

export interface Outcome {
  /** What the script returned, or the first of it. */
  result: JsonValue
  /** The last of its arguments, as it left it. */
  last: JsonValue
}

/** Why a script did not come to its end. */
export class LuaFailure extends Error {}

/** Runs scripts in Lua, each in a machine of its own that has nothing of the one before. */
export class LuaMachine {
  readonly #wasmoon: typeof Wasmoon
  readonly #module: ConstructorParameters<typeof Wasmoon.LuaEngine>[0]

  private constructor(wasmoon: typeof Wasmoon, module: ConstructorParameters<typeof Wasmoon.LuaEngine>[0]) {
    this.#wasmoon = wasmoon
    this.#module = module
  }

  static async load(): Promise<LuaMachine> {
    const wasmoon = await import('wasmoon')
    return new LuaMachine(wasmoon, await new wasmoon.LuaFactory().getLuaModule())
  }

  /** Throws a LuaFailure, which says the line where the script failed. */
  run({name, source, parameters}: Script, given: readonly JsonValue[], host: LuaHost): Outcome {
    const engine = new this.#wasmoon.LuaEngine(this.#module, {
      openStandardLibs: false,
      injectObjects: false,
      enableProxy: false,
      traceAllocations: true,
    })
    const deadline = Date.now() + limitMs
    const {global} = engine
    try {
      const libraries = this.#wasmoon.LuaLibraries
      for (const library of ['Base', 'Coroutine', 'Table', 'String', 'UTF8', 'Math', 'OS', 'Debug'] as const) {
        global.loadLibrary(libraries[library])
      }
      global.setMemoryMax(memoryLimit)
      const thread = global.newThread()
      try {
        thread.loadString(prelude, '=prelude')
        thread.pushValue(hostTable(host, deadline))
        thread.runSync(1)
        thread.setTimeout(deadline)
        thread.loadString('local run = __run; __run = nil; return run(...)', '=run')
        const local = parameters.length === 0 ? '' : `local ${parameters.join(', ')} = ...; `
        const values = [`${local}${source}`, name, ...given.map(toLua)]
        for (const value of values) thread.pushValue(value)
        const {result = null, last = null} = fromLua(thread.runSync(values.length)[0]) as Partial<Outcome>
        return {result, last}
      } finally {
        thread.close()
      }
    } catch (error) {
      throw new LuaFailure(messageOf(error))
    } finally {
      global.close()
    }
  }
}

function hostTable(host: LuaHost, deadline: number): object {
  return {
    ...host,
    tooLong: `the script took longer than ${limitMs} ms`,
    isOver: () => Date.now() > deadline,
    timeOf: ({year, month, day, hour = 12, min = 0, sec = 0}: Record<string, number>) =>
      Math.floor(Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1, hour, min, sec) / 1000),
    toJson: (value: unknown) => outcomeOf(() => JSON.stringify(fromLua(value))),
    fromJson: (text: unknown) => outcomeOf(() => toLua(JSON.parse(String(text)) as JsonValue)),
    call: (service: string, operation: string, given: unknown) =>
      toLua(host.call(service, operation, fromLua(given) as JsonObject)),
  }
}

function outcomeOf(work: () => unknown): {value: unknown} | {error: string} {
  try {
    return {value: work()}
  } catch (error) {
    return {error: (error as Error).message}
  }
}

/** In Lua, null is the absence of a value. */
function toLua(value: JsonValue): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(toLua)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toLua(inner)]))
}

/** What JSON has no form for is as if it were not there. */
function fromLua(value: unknown): JsonValue {
  if (value === undefined || typeof value === 'function') return null
  return JSON.parse(JSON.stringify(value) ?? 'null') as JsonValue
}

/** Without the trace that follows it. */
function messageOf(error: unknown): string {
  const {message} = error as Error
  return message.split('\nstack traceback:')[0]?.trim() ?? message
}
