import {maskPath} from '../../client/masking.ts'
import {usageError} from '../../errors.ts'
import {isLoopback} from '../../profile/host.ts'
import {postEvent, type Posting} from '../post-event.ts'
import {type Forwarding} from './received-event.ts'

/** How long a program may take to answer. */
const patienceMs = 30_000

type Passed = Pick<Posting, 'headers' | 'body'>

/** Throws a usage error for a place that events must not be sent to in the open. */
export function checkForwardUrl(url: string): void {
  const {protocol, hostname} = new URL(url)
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return
  throw usageError(`--forward-to: “${maskPath(url)}” would show events to the network.`, {
    hint: 'Use https, or http on this machine, such as http://127.0.0.1:3000/hooks.',
  })
}

/** Posts an event to a program, the body as it is. Never throws: what went wrong is in the outcome. */
export async function forward(url: string, passed: Passed, signal?: AbortSignal): Promise<Forwarding> {
  const start = performance.now()
  const outcome = await postEvent(url, {...passed, patienceMs, signal})
  return {url: maskPath(url), ...outcome, duration_ms: Math.round(performance.now() - start)}
}
