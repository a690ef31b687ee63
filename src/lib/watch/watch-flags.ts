import {checkDuration, checkInterval} from '../input/checks.ts'
import {type Shape} from '../operation/declaration.ts'
import {type OptionalValue} from '../optional-values.ts'

/** How long a round waits for the next unless `--watch` says. */
export const usualInterval = '2s'

const flags = ['--watch', '--until', '--timeout']

/** Whether what a command shows can be watched: it reads, and neither logs anybody in nor goes on by itself nor watches in a way of its own. */
export function isWatchable({effect, reply, goesOn, makesProfile, parameters}: Shape): boolean {
  const shows = reply?.kind === 'object' || reply?.kind === 'list' || reply?.kind === 'text'
  const own = Object.values(parameters).some(({usage, endless}) => endless === true || flags.includes(usage))
  const provesSecret = Object.values(parameters).some(
    ({kind, presence}) => kind === 'secret' && presence === 'required',
  )
  const logsIn = makesProfile === true || provesSecret
  return shows && effect === undefined && goesOn !== true && !logsIn && !own
}

/** How `--watch` takes its value; undefined where there is no such flag. */
export function watchValue(shape: Shape): OptionalValue | undefined {
  if (!isWatchable(shape)) return undefined
  return {flag: '--watch', takes: (word) => /^\d+(\.\d+)?(ms|s|m|h)$/i.test(word), alone: usualInterval}
}

export interface WatchAsked {
  intervalMs: number
  /** A jq program that ends it. */
  until: string | undefined
  /** After how long it ends, where that is said. */
  timeoutMs: number | undefined
}

/** What is to be watched, and until when; undefined where nothing is. Throws a usage error for what is no interval. */
export function watchAsked(flags: Readonly<Record<string, unknown>>, shape: Shape): WatchAsked | undefined {
  const {watch, until, timeout} = flags as Readonly<Record<'watch' | 'until' | 'timeout', string | undefined>>
  if (watch === undefined || !isWatchable(shape)) return undefined
  const intervalMs = checkInterval(watch, '--watch')
  return {
    intervalMs,
    until: until ?? shape.over,
    timeoutMs: timeout === undefined ? undefined : checkDuration(timeout, '--timeout'),
  }
}
