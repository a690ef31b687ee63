import {type Caller, type Declaration} from '../operation/declaration.ts'
import {type Console} from '../console.ts'
import {badReply, CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Values, type Parameters} from '../parameter.ts'
import {shellWord} from '../shell-quote.ts'
import {waitFor} from '../wait.ts'

export type Meaning = 'pending' | 'done' | 'failed' | 'unknown'

/** What a call shows of something. */
export type Shown = Readonly<Record<string, unknown>>

/** What something goes through by itself, as the call says that shows it. */
export interface Course {
  /** The field that has the state. */
  field: string
  /** The state, where no field has it: what is shown tells. */
  stateOf?(shown: Shown): string
  /** States that can be waited for by name. */
  states: readonly string[]
  /** Anything but `pending` is an end. */
  meaning(state: string | undefined): Meaning
  /** What it is called: `campaign C1`. */
  named(shown: Shown): string
  /** Why it failed, where that is shown. */
  reasons?(shown: Shown): string[]
  /** What its failing is called where scripts read it. */
  failure: string
}

/** How something that a call has begun is followed: by the command that shows it. */
export interface Followed<P extends Parameters = Parameters, T = unknown> {
  /** Words of the command. */
  command: string
  call: {readonly shape: Declaration}
  /** What it takes. */
  values(values: Values<P>, reply: T): Readonly<Record<string, unknown>>
}

/** How waiting ended: what the service shows, and what to fail with when that is not what was wanted. */
export interface Arrival {
  shown: Shown
  problem?: CliError
}

export interface FollowOptions {
  /** The state to wait for; any end when left out. */
  wanted?: string | undefined
  /** What is known before the first look. */
  before?: Shown
  console: Pick<Console, 'terminal' | 'timeoutMs' | 'signal'>
  /** Whether waiting is shown. */
  isShown?: boolean
}

/**
 * Looks until it is in the state that is wanted, or at an end. The problem is exit 6 when it failed, exit 8 when the time
 * is over; that one names the command that goes on waiting.
 */
export async function follow(
  {command, call, values}: Pick<Followed, 'command' | 'call'> & {values: Readonly<Record<string, unknown>>},
  caller: Caller,
  {wanted, before, console, isShown = true}: FollowOptions,
): Promise<Arrival> {
  const course = call.shape.course!
  const words = commandLine(command, call.shape, values)
  const again = waitCommand(words, wanted === undefined ? '' : `--for ${shellWord(`${course.field}=${wanted}`)}`)
  let shown: Shown = before ?? {}
  const look = async () => {
    shown = {...shown, ...((await caller.call(call, values)) as Shown)}
    const state = stateOf(course, shown)
    const isThere = wanted === undefined ? course.meaning(state) !== 'pending' : isSame(state, wanted)
    return isThere || course.meaning(state) === 'failed' ? true : undefined
  }
  const what = isShown ? `Waiting for ${wanted ?? command}` : undefined
  const isOver = await waitFor(what, look, console).catch((error: unknown) => {
    throw console.signal.aborted ? interruptedError(`It goes on by itself. Go on waiting: ${again}`) : error
  })
  if (isOver === undefined) return {shown, problem: stillUnderWay(course, shown, again)}
  const state = stateOf(course, shown)
  const isWanted = wanted === undefined ? course.meaning(state) !== 'failed' : isSame(state, wanted)
  return {shown, ...(!isWanted && {problem: failureOf(course, shown, `commsctl ${words}`)})}
}

/** Follows what a call has begun. */
export async function arrivalOf(
  {followed, reply: {id}}: Declaration,
  {values, reply}: {values: Readonly<Record<string, unknown>>; reply: unknown},
  caller: Caller,
  options: Omit<FollowOptions, 'before'>,
): Promise<Arrival> {
  const before = (reply ?? {}) as Shown
  if (id !== undefined && before[id] === undefined) throw badReply(`what it began has no ${id}`)
  const {command, call} = followed!
  return follow({command, call, values: followed!.values(values, reply)}, caller, {...options, before})
}

/** The command with its arguments and flags, as it is typed. */
function commandLine(command: string, {parameters}: Declaration, values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).flatMap(([name, {usage}]) => {
    const value = values[name]
    if (typeof value !== 'string') return []
    return usage.startsWith('--') ? [`${usage} ${shellWord(value)}`] : [shellWord(value)]
  })
  const isFlag = (word: string) => word.startsWith('--')
  return [command, ...given.filter((word) => !isFlag(word)), ...given.filter(isFlag)].join(' ')
}

/** What goes on waiting. Flags of the command itself stand behind --; `--account` is one of wait, too. */
function waitCommand(words: string, condition: string): string {
  const hasOwnFlags = / --(?!account )/.test(words)
  const parts = hasOwnFlags ? [condition, '--', words] : [words, condition]
  return ['commsctl wait', ...parts.filter((part) => part !== '')].join(' ')
}

function stateOf(course: Course, shown: Shown): string | undefined {
  const state = course.stateOf?.(shown) ?? shown[course.field]
  return typeof state === 'string' ? state : undefined
}

function isSame(state: string | undefined, wanted: string): boolean {
  return state?.toLowerCase() === wanted.toLowerCase()
}

function stillUnderWay(course: Course, shown: Shown, again: string): CliError {
  return new CliError(`${capitalised(course.named(shown))} is still ${stateOf(course, shown) ?? 'under way'}.`, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: `It goes on by itself. Go on waiting: ${again}`,
  })
}

/** What to fail with when something has failed; `look` is the command that shows it. */
export function failureOf(course: Course, shown: Shown, look: string): CliError {
  return new CliError(`${capitalised(course.named(shown))} is ${stateOf(course, shown)}.`, {
    code: course.failure,
    exit: ExitCode.Refused,
    details: course.reasons?.(shown) ?? [],
    hint: `See it whole: ${look}`,
  })
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
