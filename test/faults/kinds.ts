import {type FaultRule} from '../../src/sandbox/faults.ts'

/** A fault rule that does not say yet which requests it strikes. */
export type Blow = Omit<FaultRule, 'method' | 'path'>

/** Longer than any test: who waits for the reply waits in vain. */
const never = 600_000

/** Each kind of fault, before and after the service acted, for a moment and for ever. */
export const blows = {
  'no fault': [],
  'a 503 once': [{kind: 'status', status: 503, times: 1}],
  'a 500 for ever': [{kind: 'status', status: 500}],
  'a 502 once, when it is done': [{kind: 'status', status: 502, after: true, times: 1}],
  'a 503 that breaks off, for ever': [{kind: 'status', status: 503}, {kind: 'truncate'}],
  'no reply, and not done': [{kind: 'latency', latencyMs: never}],
  'no reply, and done': [{kind: 'latency', latencyMs: never, after: true}],
  'a broken connection once': [{kind: 'drop', times: 1}],
  'a broken connection for ever': [{kind: 'drop'}],
  'a broken connection once, when it is done': [{kind: 'drop', after: true, times: 1}],
  'a broken connection for ever, when it is done': [{kind: 'drop', after: true}],
  'half a reply once': [{kind: 'truncate', times: 1}],
  'half a reply for ever': [{kind: 'truncate'}],
  'a 429 once': [{kind: 'rate-limit', retryAfter: 0, times: 1}],
  'a 429 that asks for a second': [{kind: 'rate-limit', retryAfter: 1, times: 1}],
  'a 429 for ever': [{kind: 'rate-limit', retryAfter: 0}],
} as const satisfies Record<string, readonly Blow[]>

export type BlowName = keyof typeof blows
