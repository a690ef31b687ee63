import {onTestFinished} from 'vitest'
import {runBatch, type BatchOptions, type Job, type Outcome} from '../support/batch.ts'
import {World} from '../support/world.ts'
import {type Command} from './commands.ts'

export const account = '11111111-1111-4111-8111-111111111111'
export const user = '22222222-2222-4222-8222-222222222222'

/** Variables that lead to a server, with credentials. */
export function serverEnv(url: string): Record<string, string> {
  return {
    COMMSCTL_API_HOST: `${url}/api`,
    COMMSCTL_AUTH_HOST: `${url}/auth`,
    COMMSCTL_MURANO_HOST: `${url}/murano`,
    COMMSCTL_MURANO_TOKEN: 'the-murano-token',
    COMMSCTL_MURANO_EMAIL: 'ada@sunrise.example',
    COMMSCTL_MURANO_BUSINESS: 'b1sunrisedental0',
    COMMSCTL_MURANO_SOLUTION: 'a1clinicmonitor0',
    COMMSCTL_MURANO_PRODUCT: 'p1fridge00000000',
    COMMSCTL_TOKEN: 'the-token',
    COMMSCTL_BASIC_TOKEN: 'dGhlOmJhc2lj',
    COMMSCTL_ACCOUNT: account,
    COMMSCTL_USER: user,
  }
}

export interface Line {
  command: Command
  args: readonly string[]
  env?: Readonly<Record<string, string>>
}

export type Swept = Outcome & {id: string}

/** Runs a line of each command, each as a user of its own. */
export async function sweep(lines: readonly Line[], options: BatchOptions = {}): Promise<Swept[]> {
  const outcomes = await runBatch(jobsOf(lines, options.env), options)
  return outcomes.map((outcome, at) => ({...outcome, id: lines[at]!.command.id}))
}

/** The lines, each as a user of its own. */
export function jobsOf(lines: readonly Line[], shared: BatchOptions['env'] = {}): Job[] {
  const worlds = lines.map(({env}) => new World(env))
  onTestFinished(() => worlds.forEach((world) => world.dispose()))
  return lines.map(({command, args}, at) => ({
    args: [...command.words, ...args],
    env: {...worlds[at]!.env, ...shared},
    cwd: worlds[at]!.home,
  }))
}

/** One part of the commands at each turn: after so many turns, all have had theirs. */
export function inTurn<T>(commands: readonly T[], turn: number, turns: number): T[] {
  return commands.filter((_, at) => at % turns === turn % turns)
}

/** Those that did not do what they should, in as few words as tell why. */
export function failing(outcomes: readonly Swept[], isGood: (outcome: Swept) => boolean): Partial<Swept>[] {
  return outcomes
    .filter((outcome) => !isGood(outcome))
    .map(({args, exitCode, stdout, stderr}) => ({
      args,
      exitCode,
      stdout: stdout.slice(0, 500),
      stderr: stderr.slice(0, 500),
    }))
}

/** The one JSON object on stderr; undefined where there is something else. */
export function errorObject({stderr}: Pick<Outcome, 'stderr'>): Record<string, unknown> | undefined {
  try {
    const error: unknown = JSON.parse(stderr)
    return typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const allowed = new Set(['code', 'message', 'details', 'hint', 'status', 'trace_id', 'retryable', 'exit'])

/** Whether stderr holds exactly one object with nothing but the fields that scripts are promised. */
export function isErrorObject(outcome: Swept): boolean {
  const error = errorObject(outcome)
  return (
    error !== undefined && error['exit'] === outcome.exitCode && Object.keys(error).every((key) => allowed.has(key))
  )
}
