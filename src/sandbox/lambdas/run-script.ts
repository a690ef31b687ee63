import {createContext, Script} from 'node:vm'
import {type JsonValue} from '../../lib/client/wire.ts'

/** How long a script may take, in real milliseconds. */
const limitMs = 1000

/** Why a script gave no result: it threw, or it took too long. */
export class ScriptFailure extends Error {
  readonly isTimeout: boolean

  constructor(message: string, isTimeout = false) {
    super(message)
    this.isTimeout = isTimeout
  }
}

/** What is wrong with the syntax of a script; undefined when nothing is. */
export function syntaxProblem(script: string): string | undefined {
  try {
    new Script(asFunction(script))
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/**
 * The result of a script, the body of a function of `params`. It sees the language and nothing of this program; what goes
 * in and comes out is JSON. It is not asynchronous. Throws a ScriptFailure.
 */
export function runScript(script: string, params: JsonValue): JsonValue {
  const context = createContext(Object.create(null) as object, {codeGeneration: {strings: false, wasm: false}})
  const outcome = JSON.parse(evaluate(withErrors(script, params), context)) as {value: JsonValue} | {error: string}
  if ('error' in outcome) throw new ScriptFailure(outcome.error)
  return outcome.value
}

function evaluate(code: string, context: object): string {
  try {
    return String(new Script(code).runInContext(context, {timeout: limitMs}))
  } catch (error) {
    const {code: reason, message} = error as NodeJS.ErrnoException
    if (reason !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new ScriptFailure(message)
    throw new ScriptFailure(`It took longer than ${limitMs} ms.`, true)
  }
}

/** Errors become text inside the context: an object of the script's may do anything when it is looked at. */
function withErrors(script: string, params: JsonValue): string {
  return `(() => {
    try {
      const value = ${asFunction(script)}(JSON.parse(${JSON.stringify(JSON.stringify(params))}))
      return JSON.stringify({value: value === undefined ? null : value})
    } catch (error) {
      return JSON.stringify({error: String((error && error.message) || error)})
    }
  })()`
}

function asFunction(script: string): string {
  return `(function (params) {"use strict";\n${script}\n})`
}
