import {type JsonObject, type JsonValue} from '../../lib/client/wire.ts'
import {type State, type Template, type Transition} from '../../lib/workflows/template.ts'

/** What an instance follows, as it was when it started: a template that is changed or deleted does not stop it. */
export type Definition = Pick<Template, 'states' | 'transitions' | 'globals'>

export function definitionOf({states, transitions, globals}: Template): Definition {
  return {states, transitions, globals}
}

/** How far an instance has come. */
export interface Run {
  /** Name of the state that it is in. */
  state: string
  vars: JsonObject
  /** Transitions so far. */
  steps: number
  passed: Passage[]
  /** The transition that it is on. */
  waiting?: Waiting | undefined
  end?: End
}

/** How many of its transitions are remembered of an instance: the latest. */
const mostPassages = 1000

/** A transition that was made. */
export interface Passage {
  transition_uuid: string
  name: string
  /** Milliseconds on the sandbox's clock. */
  at: number
  result_type: 'complete' | 'error' | 'timeout'
  result?: JsonValue
}

export interface Waiting {
  transition: string
  /** Milliseconds on the sandbox's clock. */
  until: number
  /** Whether its time is out then, rather than its wait over. */
  isTimeout: boolean
}

export interface End {
  type: 'complete' | 'error'
  error?: string
}

/** What the engine needs of the world around it. */
export interface Surroundings {
  /** Milliseconds on the sandbox's clock. */
  now: number
  /** Throws what has a message, and `isTimeout` where it took too long. */
  invoke: (name: string, parameters: JsonValue) => JsonValue
}

/** The run at its beginning; undefined where there is no such state. */
export function beginning({states}: Definition, input: JsonObject, startState?: string): Run | undefined {
  const isStart = ({name, type}: State) => (startState === undefined ? type === 'start' : name === startState)
  const state = states.find(isStart)
  return state && {state: state.name, vars: input, steps: 0, passed: []}
}

/** The run in another state, by a transition that ended in this way. */
export function moved(
  run: Run,
  {uuid = '', name}: Transition,
  next: string,
  passage: Partial<Passage> & {at: number},
): Run {
  const latest = {transition_uuid: uuid, name, result_type: 'complete', ...passage} as const
  const passed = [...run.passed, latest].slice(-mostPassages)
  return {...run, waiting: undefined, state: next, steps: run.steps + 1, passed}
}

export function failed(run: Run, error: string): Run {
  return {...run, end: {type: 'error', error}}
}
