import {setTimeout as delay} from 'node:timers/promises'
import {type FastifyRequest} from 'fastify'
import {OwnRefusal} from '../refusal.ts'
import {type Device} from './devices.ts'

export interface LongPoll {
  alias: string
  /** Milliseconds of real time. */
  timeout: number
  /** Microseconds: what is later is a change. Undefined: what is later than what is there now. */
  since: number | undefined
}

const longestTimeout = 300_000
const pause = 50

/** Whether a device waits for a resource to change, and for how long. */
export function longPoll({headers}: FastifyRequest, aliases: readonly string[]): LongPoll | undefined {
  const {'request-timeout': asked, 'if-modified-since': since} = headers
  if (asked === undefined) return undefined
  const [alias = '', ...others] = aliases
  const timeout = Number(asked)
  if (others.length > 0) throw new OwnRefusal(400, 'Only one resource can be waited for')
  if (!(timeout >= 0 && timeout <= longestTimeout)) throw new OwnRefusal(400, 'Request-Timeout is 0 to 300000')
  return {alias, timeout, since: since === undefined ? undefined : microseconds(since)}
}

/** Looks until there is a change; undefined when the time is over. Other processes may make it. */
export async function waitForChange(
  look: () => Device,
  {alias, timeout, since}: LongPoll,
  closing: AbortSignal,
): Promise<Device | undefined> {
  const end = performance.now() + timeout
  const changed = (device: Device) => device.state[alias]?.timestamp ?? 0
  const from = since ?? changed(look())
  while (!closing.aborted) {
    const device = look()
    if (changed(device) > from) return device
    if (performance.now() >= end) return undefined
    await delay(pause, undefined, {signal: closing}).catch(() => undefined)
  }
  return undefined
}

/** A date as HTTP has it, or seconds since 1970. */
function microseconds(text: string): number {
  const time = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  if (Number.isNaN(time)) throw new OwnRefusal(400, 'If-Modified-Since is no time')
  return time * 1000
}
