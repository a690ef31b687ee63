import {type HostName} from '../client/wire.ts'
import {usageError} from '../errors.ts'
import {didYouMean} from '../did-you-mean.ts'
import {type Operation} from '../operation/declaration.ts'
import {pathOf} from '../operation/request.ts'

export type Platform = 'CPaaS' | 'Murano'

/** The tokens of a connection, got before the time is taken. */
export interface Tokens {
  accessToken(): Promise<string>
  muranoToken(): Promise<string>
}

/** A service of a platform, and its cheapest reading call: that tells whether it answers. */
export interface Probe {
  service: string
  platform: Platform
  host: HostName
  /** What the paths of the service begin with. */
  path: string
  /** Undefined for a service that can only be told to do something. */
  call: Operation | undefined
  /** What the call is given beside what the settings say. */
  inputs: (tokens: Tokens) => Promise<Readonly<Record<string, unknown>>>
}

interface Options {
  /** The first part of the path unless said. */
  service?: string
  inputs?: Probe['inputs']
}

/** A service as its call tells of it. */
export function probe(call: Operation, {service, inputs = async () => ({})}: Options = {}): Probe {
  const {request} = call.shape
  const host = request.host === 'auth' || request.host === 'murano' ? request.host : 'api'
  const path = host === 'murano' ? '/api:1' : `/${firstPart(pathOf(request))}`
  const platform = host === 'murano' ? 'Murano' : 'CPaaS'
  return {service: service ?? firstPart(pathOf(request)), platform, host, path, call, inputs}
}

/** A service of which nothing can be read: whether it answers is known when it is used. */
export function unreadable(service: string): Probe {
  return {service, platform: 'CPaaS', host: 'api', path: `/${service}`, call: undefined, inputs: async () => ({})}
}

function firstPart(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The services of these names, or all where there are no names. Throws a usage error for a name that none has. */
export function chosenProbes(all: readonly Probe[], names: readonly string[]): readonly Probe[] {
  const known = all.map(({service}) => service)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw usageError(`--services: there is no service “${unknown}”.${didYouMean(unknown, known)}`, {
      code: 'unknown-value',
      hint: `Services: ${known.join(', ')}`,
    })
  }
  return names.length === 0 ? all : all.filter(({service}) => names.includes(service))
}
