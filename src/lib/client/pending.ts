import {CliError, interruptedError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {shellQuoted} from '../shell-quote.ts'
import {type Client} from './client.ts'
import {systemClock, type Clock} from './clock.ts'
import {type WireReply, type WireRequest} from './wire.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 2000

export interface WaitOptions {
  timeoutMs: number
  /** The resource is being deleted: that it is not found any more is what is waited for. */
  deleting?: boolean | undefined
  /** Told before each pause. */
  onPoll?: (() => void) | undefined
  /** Aborted when the user interrupts. */
  signal?: AbortSignal | undefined
  clock?: Clock | undefined
}

/** Waits until the work that a 202 reply announced is complete. A reply that announces none is done. Throws exit 6 when it failed, exit 8 when the time is over. */
export async function waitUntilDone(
  client: Pick<Client, 'poll'>,
  request: WireRequest,
  reply: WireReply,
  options: WaitOptions,
): Promise<void> {
  const {location} = reply.headers
  if (reply.status !== 202 || location === undefined || location === '') return
  const clock = options.clock ?? systemClock
  const end = clock.now() + options.timeoutMs
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const left = end - clock.now()
    if (left <= 0) throw stillPending(location, reply, request.idempotent, options)
    if (await isComplete(client, request, location, left, options)) return
    options.onPoll?.()
    await clock.delay(Math.min(pause, Math.max(0, end - clock.now())), options.signal).catch((error: unknown) => {
      throw options.signal?.aborted
        ? interruptedError(`The service goes on working on ${resourceOf(location)}.`)
        : error
    })
  }
}

async function isComplete(
  client: Pick<Client, 'poll'>,
  request: WireRequest,
  location: string,
  timeoutMs: number,
  {deleting = false}: WaitOptions,
): Promise<boolean> {
  const asked = await client.poll(location, request, {timeoutMs}).catch((error: unknown) => {
    if (!(error instanceof CliError)) throw error
    if (deleting && error.status === 404) return 'gone'
    if (error.code === 'timeout') return 'unanswered'
    throw error
  })
  if (typeof asked === 'string') return asked === 'gone'
  const status = asked.headers['x-status']?.toLowerCase()
  if (status === 'failure') throw workFailed(location, asked)
  // Without x-status nobody is working on it.
  return status === undefined || status === 'complete'
}

function workFailed(location: string, {traceId, status}: WireReply): CliError {
  return new CliError(`The service accepted the request, but could not carry it out: ${resourceOf(location)} failed.`, {
    code: 'failure',
    exit: ExitCode.Refused,
    status,
    traceId,
    details: [`location: ${location}`],
  })
}

function stillPending(
  location: string,
  {traceId, status}: WireReply,
  retryable: boolean,
  {timeoutMs, deleting = false}: WaitOptions,
): CliError {
  return new CliError(`The service is still working on ${resourceOf(location)} after ${timeoutMs / 1000} s.`, {
    code: 'pending',
    exit: ExitCode.Pending,
    hint: `It was accepted and goes on by itself. Go on waiting: commsctl wait ${shellQuoted(location)}${deleting ? ' --gone' : ''}`,
    status,
    traceId,
    retryable,
    details: [`location: ${location}`],
  })
}

/** The id at the end of a location. */
function resourceOf(location: string): string {
  return (
    location
      .replace(/[?#].*/s, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) || location
  )
}
