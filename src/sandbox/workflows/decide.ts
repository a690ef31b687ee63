import jsonLogic from 'json-logic-js'
import {type JsonObject} from '../../lib/client/wire.ts'
import {type Decision} from '../../lib/workflows/template.ts'
import {resolved} from './paths.ts'

// They write to the console, and call methods of objects.
jsonLogic.rm_operation('log')
jsonLogic.rm_operation('method')

/** The name of the transition that a decision takes. Throws an error for rules that cannot be applied. */
export function decide({rules, data = {}, ...names}: Decision, scope: JsonObject): string {
  const holds = jsonLogic.truthy(jsonLogic.apply(rules as jsonLogic.RulesLogic, resolved(data, scope)))
  return holds ? names.true_transition_name : names.false_transition_name
}
