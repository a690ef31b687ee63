import {namedHexId} from '../ids.ts'
import {type Solution} from '../records.ts'

export interface CatalogueEntry {
  id: string
  alias: string
  name: string
  /** What kind of solution can use it. */
  type: Solution['type'] | 'any'
  /** Whether a new solution has it from the first. */
  initial: boolean
}

/** The services that there are, whether the sandbox has their operations or not. */
export const serviceCatalogue: readonly CatalogueEntry[] = [
  entry('device', 'Device Gateway Service (first generation)', 'application', false),
  entry('device2', 'Device Gateway Service', 'any', true),
  entry('content', 'Content', 'any', true),
  entry('email', 'Email', 'any', true),
  entry('keystore', 'Keystore', 'any', true),
  entry('timer', 'Timer', 'any', true),
  entry('timeseries', 'Timeseries', 'application', false),
  entry('tsdb', 'Time Series Database', 'any', true),
  entry('twilio', 'Twilio', 'application', false),
  entry('user', 'User Management', 'application', true),
  entry('webservice', 'Webservice', 'application', true),
  entry('websocket', 'Websocket', 'application', true),
  entry('http', 'HTTP Client', 'any', false),
  entry('postgresql', 'PostgreSQL', 'application', false),
  entry('config', 'Configuration', 'any', true),
  entry('interface', 'Interface', 'any', false),
]

function entry(alias: string, name: string, type: CatalogueEntry['type'], initial: boolean): CatalogueEntry {
  return {id: namedHexId(`service ${alias}`), alias, name, type, initial}
}

/** By its alias or its id, where that kind of solution can use it. */
export function catalogueEntry(aliasOrId: string, type: Solution['type']): CatalogueEntry | undefined {
  return servicesFor(type).find(({alias, id}) => alias === aliasOrId || id === aliasOrId)
}

export function servicesFor(type: Solution['type']): CatalogueEntry[] {
  return serviceCatalogue.filter((entry) => entry.type === 'any' || entry.type === type)
}
