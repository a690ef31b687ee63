import {type JsonValue} from '../../lib/client/wire.ts'
import {type Store} from '../store.ts'
import {lambdas} from './lambdas.ts'
import {runScript, ScriptFailure} from './run-script.ts'

/** What a lambda makes of its parameters. Throws a ScriptFailure, also when there is none of that name. */
export function invokeLambda(store: Store, name: string, params: JsonValue): JsonValue {
  const lambda = store.collection(lambdas).get(name)
  if (!lambda) throw new ScriptFailure(`There is no lambda ${name}.`)
  return runScript(lambda.script, params)
}
