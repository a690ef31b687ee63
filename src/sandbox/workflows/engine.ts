import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {type LambdaCondition, type ResultMapping, type Transition} from '../../lib/workflows/template.ts'
import {decide} from './decide.ts'
import {resolved, valueAt, withValue} from './paths.ts'
import {type Definition, failed, moved, type Run, type Surroundings} from './run.ts'

/** An instance that makes more transitions goes in circles: at once, or from wait to wait. */
const mostAtOnce = 1000
const mostInAll = 10_000

/** Goes on until the run ends or waits. Nothing but its result changes, so that it can be tried without harm. */
export function advanced(definition: Definition, run: Run, around: Surroundings): Run {
  let current = run.waiting === undefined ? run : waited(definition, run, around)
  for (let count = 0; current.end === undefined && current.waiting === undefined; count++) {
    const isCircle = count >= mostAtOnce || current.steps >= mostInAll
    current = isCircle
      ? failed(current, `It made ${current.steps} transitions without coming to an end.`)
      : step(definition, current, around)
  }
  return current
}

/** The run after its wait, if that is over. */
function waited(definition: Definition, run: Run, {now}: Surroundings): Run {
  const {until, transition: name, isTimeout} = run.waiting!
  if (until > now) return run
  const transition = definition.transitions.find((one) => one.name === name)
  if (transition === undefined) return failed(run, `There is no transition ${name}.`)
  return isTimeout ? timedOut(run, transition, now) : moved(run, transition, transition.next_state, {at: now})
}

function step(definition: Definition, run: Run, around: Surroundings): Run {
  const state = definition.states.find(({name}) => name === run.state)
  if (state === undefined) return failed(run, `There is no state ${run.state}.`)
  if (state.type === 'finish') return {...run, end: {type: 'complete'}}
  try {
    const chosen = state.decision && decide(state.decision, scopeOf(definition, run))
    const transition = definition.transitions.find(
      ({name, start_state}) => start_state === state.name && (chosen === undefined || name === chosen),
    )
    if (transition === undefined) return failed(run, `No transition${nameOf(chosen)} leads out of ${state.name}.`)
    return taken(definition, run, transition, around)
  } catch (error) {
    return failed(run, `The decision in ${state.name} failed: ${messageOf(error)}`)
  }
}

function taken(definition: Definition, run: Run, transition: Transition, around: Surroundings): Run {
  const {lambda_condition: lambda, wait_condition: wait} = transition.condition.data ?? {}
  const {type} = transition.condition
  if (type === 'wait' && wait !== undefined) return waiting(run, transition, Number(wait.wait_value), around.now)
  if (type === 'lambda' && lambda !== undefined) return invoked(definition, run, transition, lambda, around)
  return moved(run, transition, transition.next_state, {at: around.now})
}

function waiting(run: Run, transition: Transition, wait: number, now: number): Run {
  const timeout = Number(transition.timeout ?? 0)
  const isTimeout = timeout > 0 && timeout < wait
  if (wait <= 0) return moved(run, transition, transition.next_state, {at: now})
  return {...run, waiting: {transition: transition.name, until: now + (isTimeout ? timeout : wait), isTimeout}}
}

function invoked(
  definition: Definition,
  run: Run,
  transition: Transition,
  lambda: LambdaCondition,
  {now, invoke}: Surroundings,
): Run {
  const parameters = resolved(lambda.parameters ?? {}, scopeOf(definition, run))
  const goOn = (vars: JsonObject, result?: JsonValue) =>
    moved({...run, vars}, transition, transition.next_state, {at: now, ...(result !== undefined && {result})})
  try {
    const result = invoke(lambda.function_name, parameters)
    return lambda.blocking === false ? goOn(run.vars) : goOn(mapped(run.vars, lambda, result), result)
  } catch (error) {
    if (lambda.blocking === false) return goOn(run.vars)
    if ((error as {isTimeout?: boolean}).isTimeout === true) return timedOut(run, transition, now, messageOf(error))
    return wentWrong(run, transition, now, messageOf(error))
  }
}

/** The variables with what a lambda gave: as a whole where `result_path` says, and piece by piece. */
function mapped(vars: JsonObject, {result_path: path, result: mappings = []}: LambdaCondition, result: JsonValue) {
  const start = path === undefined ? vars : withValue(vars, path, result)
  return mappings.reduce((all, mapping) => withValue(all, mapping.name, sourceOf(mapping, all, result)), start)
}

function sourceOf({source, path = ''}: ResultMapping, vars: JsonObject, result: JsonValue): JsonValue {
  if (source === 'constant') return path
  return valueAt(source === 'result' ? result : vars, typeof path === 'string' ? path : '') ?? null
}

function timedOut(run: Run, transition: Transition, now: number, reason = 'Its time was out.'): Run {
  const next = transition.next_timeout_state
  if (next === undefined || next === '') return wentWrong(run, transition, now, reason)
  return moved(run, transition, next, {at: now, result_type: 'timeout'})
}

function wentWrong(run: Run, transition: Transition, now: number, reason: string): Run {
  const next = transition.next_error_state
  const passage = {at: now, result_type: 'error', result: reason} as const
  if (next === undefined || next === '') {
    return failed(moved(run, transition, run.state, passage), `The transition ${transition.name} failed: ${reason}`)
  }
  return moved(run, transition, next, passage)
}

/** What paths lead into: the variables, and `globals`. */
function scopeOf({globals}: Definition, {vars}: Run): JsonObject {
  return {globals, ...vars}
}

function nameOf(transition: string | undefined): string {
  return transition === undefined ? '' : ` ${transition}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
