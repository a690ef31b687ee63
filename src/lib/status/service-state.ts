import {type Sighting} from '../client/client.ts'
import {type Connection} from '../connection.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {inParallel} from '../in-parallel.ts'
import {type Service} from '../operation/service.ts'
import {type Platform, type Probe, type Tokens} from './probe.ts'

/** How a service was found. */
export interface ServiceState {
  /** When it had answered, or not. */
  time: string
  platform: Platform
  service: string
  /** What its paths begin with. */
  path: string
  /** `refused`: it answers, but not with what was asked for. `unknown`: it could not be asked. */
  state: 'up' | 'refused' | 'down' | 'unknown'
  /** The version of its API that was asked for; null where it was not asked. */
  api_version: string | null
  /** The HTTP status; null where no reply came. */
  status: number | null
  /** Until its reply had come. */
  milliseconds: number | null
  /** What is wrong; null where nothing is. */
  message: string | null
}

/** A state with the failure behind it. */
export interface Seen {
  state: ServiceState
  failure: CliError | undefined
}

export interface Looking {
  connection: Pick<Connection, keyof Tokens> & {service: Pick<Service, 'look'>}
  /** The version of the CPaaS API that is asked for. */
  apiVersion: string
  timeoutMs: number
}

/** Longer than this nobody waits to hear whether something is there. */
export const patienceMs = 10_000

/** So many services are asked at a time. */
const width = 8

/** Asks the services, side by side, and gives back what was seen of each, in their order. Throws only for an interruption. */
export function lookAtAll(probes: readonly Probe[], looking: Looking): Promise<Seen[]> {
  return inParallel(probes, width, (probe) => lookAt(probe, looking))
}

/** Asks one service. Throws only for an interruption. */
export async function lookAt(probe: Probe, looking: Looking): Promise<Seen> {
  if (probe.call === undefined) return seen(probe, {state: 'unknown', message: 'It has no call that only reads.'})
  try {
    return await ask(probe, probe.call, looking)
  } catch (error) {
    if (!(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    const state = isSilence(error) ? 'down' : error.status === undefined ? 'unknown' : 'refused'
    return seen(probe, {state, ...toldBy(error)}, error)
  }
}

async function ask(probe: Probe, call: NonNullable<Probe['call']>, looking: Looking): Promise<Seen> {
  const {connection, timeoutMs} = looking
  const inputs = await prepared(probe, connection)
  const {status, milliseconds, refusal} = await connection.service.look(call, inputs, {timeoutMs})
  const common = {
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    api_version: probe.platform === 'Murano' ? probe.path.slice(1) : looking.apiVersion,
  }
  if (refusal === undefined) return seen(probe, {state: 'up', ...common})
  return seen(probe, {state: isDown({refusal}) ? 'down' : 'refused', ...common, ...toldBy(refusal)}, refusal)
}

/** The values of the call. Of a token that cannot be had, only the service that gives it out is to blame. */
async function prepared({call, host, platform, inputs}: Probe, tokens: Tokens) {
  try {
    if (platform === 'Murano') await tokens.muranoToken()
    else if (call?.shape.request.auth !== 'none') await tokens.accessToken()
    return await inputs(tokens)
  } catch (error) {
    if (host !== 'api' || !(error instanceof CliError) || error.exit === ExitCode.Interrupted) throw error
    throw new NotAsked(error)
  }
}

/** The service was not asked, for want of a token. */
class NotAsked extends CliError {
  constructor({message, code, exit, hint}: CliError) {
    super(`It was not asked: ${message}`, {code, exit, hint})
  }
}

function isDown({refusal}: Pick<Sighting, 'refusal'>): boolean {
  return refusal?.exit === ExitCode.Unavailable
}

/** Whether nothing came back that can be used. */
function isSilence(error: CliError): boolean {
  return !(error instanceof NotAsked) && (error.exit === ExitCode.Unavailable || error.exit === ExitCode.Pending)
}

function toldBy({message, status}: CliError): Partial<ServiceState> {
  return {message, ...(status !== undefined && {status})}
}

const notAsked = {state: 'unknown', api_version: null, status: null, milliseconds: null, message: null} as const

function seen({platform, service, path}: Probe, found: Partial<ServiceState>, failure?: CliError): Seen {
  return {state: {time: new Date().toISOString(), platform, service, path, ...notAsked, ...found}, failure}
}

/**
 * What the process exits with: 10 when a service is down. Where none is up, they were all refused, and the first refusal says
 * why. What could not be asked does not count, unless nothing could: that is the caller's to throw.
 */
export function exitOf(all: readonly Seen[]): ExitCode {
  if (all.some(({state}) => state.state === 'down')) return ExitCode.Unavailable
  if (all.some(({state}) => state.state === 'up')) return ExitCode.Done
  return all.find(({failure}) => failure !== undefined)?.failure?.exit ?? ExitCode.Done
}
