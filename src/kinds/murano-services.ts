import {isSecretName} from '../lib/client/masking.ts'
import {type JsonObject, type JsonValue} from '../lib/client/wire.ts'
import {collect} from '../lib/collect.ts'
import {CliError} from '../lib/errors.ts'
import {addService} from '../lib/murano/add-service.ts'
import {enabledService} from '../lib/murano/service-config.ts'
import {
  createServiceConfig,
  deleteServiceConfig,
  getServiceConfig,
  listServiceConfigs,
  putServiceConfig,
} from '../lib/murano/service-config-calls.ts'
import {overlay} from '../lib/operation/overlay.ts'
import {type Applying, type Existing, type Kind} from '../lib/plan/kind.ts'
import {keyWithin} from '../lib/plan/matching.ts'
import {placesFor} from '../lib/plan/places.ts'
import {sideBySide} from '../lib/plan/side-by-side.ts'

const settings = {
  parameters: {type: 'object', description: 'settings; what is not named stays', additionalProperties: {}},
  triggers: {type: 'object', description: 'what sets it off; what is not named stays', additionalProperties: {}},
} as const

/** Services that solutions use, by alias, with their settings. Linked products are `murano_links`. */
export const muranoServices: Kind = {
  section: 'murano_services',
  noun: 'service',
  key: 'service',
  within: 'solution',
  fields: {
    solution: {type: 'string', description: 'name of the solution that uses it'},
    service: {type: 'string', description: 'its alias, such as keystore'},
    ...settings,
  },
  needed: [],
  refers: {solution: 'murano_solutions'},
  once: true,
  laidOver: ['parameters', 'triggers'],
  unexported: true,
  calls: {create: createServiceConfig, change: putServiceConfig, remove: deleteServiceConfig},

  async read(planning) {
    const solutions = await placesFor(planning, {section: 'murano_services', within: 'murano_solutions'})
    const ids = new Set((await planning.existing('murano_solutions')).map(({id}) => id))
    const read = await sideBySide(solutions, async ({id, name: solution}) => {
      const configs = await collect(planning.all(listServiceConfigs, {id}))
      return configs.flatMap(({id: scid, service}) => (ids.has(service) ? [] : [{id, solution, scid, service}]))
    })
    return sideBySide(read.flat(), async ({id, solution, scid, service}) => {
      const {parameters = {}, triggers = {}} = await planning.call(getServiceConfig, {id, scid})
      const fields = {solution, service, ...filled({parameters, triggers})}
      return {key: keyWithin(muranoServices, fields)!, id: scid, fields}
    })
  },

  async create(applying, [wanted]) {
    const {solution, service, ...given} = wanted!.fields as Asked
    const id = await applying.idOf('murano_solutions', solution)
    const scid = await enabled(applying, id, service)
    await set(applying, {id, scid}, given)
    return [scid]
  },

  async change(applying, [changing]) {
    const {existing, changes} = changing!
    const id = await applying.idOf('murano_solutions', existing.fields['solution'] as string)
    await set(applying, {id, scid: existing.id}, changes)
  },

  remove: (applying, [existing]) => removeConfig(applying, existing!),
}

/** Services and links are kept in the same way: as configurations of a solution. */
export async function removeConfig(applying: Applying, {id: scid, fields}: Existing): Promise<void> {
  const id = await applying.idOf('murano_solutions', fields['solution'] as string)
  await applying.call(deleteServiceConfig, {id, scid})
}

interface Asked extends JsonObject {
  solution: string
  service: string
}

/** A new solution has some services from the beginning. */
async function enabled(applying: Applying, solution_id: string, service: string): Promise<string> {
  try {
    return (await addService(applying, {solution_id, service})).id
  } catch (error) {
    if (!(error instanceof CliError) || error.status !== 409) throw error
    return (await enabledService(service, solution_id, applying)).id
  }
}

/** The platform takes parameters and triggers as a whole. */
async function set(applying: Applying, at: {id: string; scid: string}, given: JsonObject): Promise<void> {
  if (Object.keys(given).length === 0) return
  const {parameters = {}, triggers = {}} = await applying.call(getServiceConfig, at)
  await applying.call(putServiceConfig, {...at, body: overlay({parameters, triggers}, given) as JsonObject})
}

/** Settings that hold something; Murano tells secrets, and none goes into a file. */
function filled(all: JsonObject): JsonObject {
  const open = Object.entries(withoutSecrets(all) as JsonObject)
  return Object.fromEntries(open.filter(([, value]) => Object.keys(value as JsonObject).length > 0))
}

function withoutSecrets(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  const open = Object.entries(value).filter(([name, inner]) => inner !== undefined && !isSecretName(name))
  return Object.fromEntries(open.map(([name, inner]) => [name, withoutSecrets(inner)]))
}
