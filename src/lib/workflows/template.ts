import {type JsonObject, type JsonValue} from '../client/wire.ts'
import {type ColumnSpec} from '../output/columns.ts'

export const stateTypes = ['start', 'normal', 'decision', 'finish'] as const
export const conditionTypes = ['passthrough', 'lambda', 'wait'] as const
export const templateStatuses = ['active', 'inactive'] as const

/** Chooses between two transitions. */
export interface Decision {
  /** JsonLogic over `data`. */
  rules: JsonValue
  /** By name: a path such as `$order.total`, or a value. */
  data: JsonObject
  true_transition_name: string
  false_transition_name: string
}

export interface State {
  uuid?: string
  name: string
  description?: string
  type: (typeof stateTypes)[number]
  decision?: Decision
}

/** Sets a variable from somewhere. */
export interface ResultMapping {
  source: 'constant' | 'workflow_vars' | 'result'
  /** The variable. */
  name: string
  /** Where the value is in the source; the value itself of a constant. */
  path?: JsonValue
}

export interface LambdaCondition {
  function_name: string
  /** False: its result is not waited for. */
  blocking?: boolean
  /** A path such as `^order`, or an object that may hold such paths. */
  parameters?: JsonValue
  /** The variable that gets the result, such as `$sum`. */
  result_path?: string
  result?: ResultMapping[]
}

/** What must happen on the way from one state to the next. */
export interface Condition {
  type: (typeof conditionTypes)[number]
  data: {
    passthrough_condition?: JsonObject
    lambda_condition?: LambdaCondition
    /** Milliseconds. */
    wait_condition?: {wait_value: string | number}
  }
}

export interface Transition {
  uuid?: string
  name: string
  description?: string
  start_state: string
  next_state: string
  next_error_state?: string
  next_timeout_state?: string
  /** Milliseconds; 0 and nothing are no limit. */
  timeout?: string | number
  condition: Condition
}

/** One version of a workflow template. */
export interface Template {
  uuid: string
  name: string
  description: string
  /** Semantic: 1.0.1. */
  version: string
  status: (typeof templateStatuses)[number]
  states: State[]
  transitions: Transition[]
  /** Whose it is. */
  users: {account_uuid?: string; user_uuids?: string[]}
  /** Values that all its instances see, such as a token. */
  globals: JsonObject
}

export const templateColumns: readonly ColumnSpec<Template>[] = ['uuid', 'name', 'version', 'status', 'description']

export const templateDetails: readonly ColumnSpec<Template>[] = [
  ...templateColumns,
  {path: 'states', format: (states) => names(states)},
  {path: 'transitions', format: (transitions) => names(transitions)},
  'users.account_uuid',
]

function names(named: unknown): string {
  return Array.isArray(named) ? named.map(({name}: {name?: string}) => name ?? '').join(', ') : ''
}
