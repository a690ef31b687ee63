import {randomUUID} from 'node:crypto'
import {type Fault, type Given, loadable, type Surroundings} from '../loading/loadable.ts'
import {free, text, texts, time, wholeNumber} from '../loading/schemas.ts'
import {idLength, newHexId, newId} from '../murano/ids.ts'
import {logLines, severities} from '../murano/logs.ts'
import {
  businesses,
  type ServiceConfig,
  serviceConfigs,
  type Solution,
  solutions,
  solutionTypes,
} from '../murano/records.ts'
import {configsOf, enableService} from '../murano/service-configs.ts'
import {serviceCatalogue, servicesFor} from '../murano/services/catalogue.ts'
import {firstSettings, solutionSettings} from '../murano/solution-settings.ts'
import {plainSubdomain} from '../murano/solutions.ts'
import {callCounts} from '../murano/usage.ts'
import {type Sandbox} from '../sandbox.ts'

/** Solutions, the services that they use, and what is told of both. */
export const muranoSolutionCollections = {
  solutions: loadable(solutions, {
    fields: {id: text, bizid: text, type: {enum: solutionTypes}, name: text, subdomain: text, created_at: time},
    required: ['bizid', 'name'],
    defaults: {type: 'application'},
    complete: ({id = newId(idLength.solution), type, name = '', subdomain, created_at}, now) => ({
      id,
      subdomain: subdomain ?? (type === 'product' ? id : plainSubdomain(name)),
      created_at: created_at ?? new Date(now).toISOString(),
    }),
    inputs: {services: {...texts, description: 'services that it uses; else those of every new one, if it has none'}},
    refers: {bizid: businesses},
    unique: [['bizid', 'name'], 'subdomain'],
    faultsOf: (records) =>
      records.flatMap((record, index) =>
        servicesIn(record as Given)
          .filter((service) => !isUsable(service, record.type))
          .map((service) => ({index, field: 'services', message: `has ${service}, and there is no such service.`})),
      ),
    settle: useServices,
    dumped: (solution, store) => ({...solution, ...(configsOf(store, solution).length === 0 && {services: []})}),
  }),
  service_configs: loadable(serviceConfigs, {
    fields: {
      ...{id: text, solution_id: text, name: text, alias: text, service: text, script_key: text},
      ...{status: {enum: ['ready']}, created_at: time, parameters: free, triggers: free},
    },
    required: ['solution_id', 'service'],
    defaults: {status: 'ready', parameters: {}, triggers: {}},
    complete: ({id = newHexId(), solution_id, service = '', name, created_at}, now) => ({
      id,
      name: name ?? serviceCatalogue.find(({alias}) => alias === service)?.name ?? service,
      alias: `${solution_id}_${service}`,
      created_at: created_at ?? new Date(now).toISOString(),
    }),
    refers: {solution_id: solutions},
    unique: [['solution_id', 'service']],
    // What of it is a secret; the rest says where things are.
    hidden: ['parameters.AuthToken'],
    faultsOf: unknownServices,
  }),
  solution_settings: loadable(solutionSettings, {
    fields: {solution_id: text, cors: free, env: free},
    required: ['solution_id'],
    defaults: firstSettings,
    refers: {solution_id: solutions},
  }),
  logs: loadable(logLines, {
    fields: {
      ...{tracking_id: text, solution_id: text, type: {enum: ['script', 'call', 'event', 'config', 'service']}},
      ...{timestamp: wholeNumber, severity: {type: 'integer', minimum: 0, maximum: 7}, message: text},
      ...{service: text, event: text, data: free},
    },
    required: ['solution_id', 'message'],
    defaults: {type: 'script', severity: severities.info},
    complete: ({tracking_id = randomUUID(), timestamp}, now) => ({tracking_id, timestamp: timestamp ?? now}),
    refers: {solution_id: solutions},
  }),
  call_counts: loadable(callCounts, {
    fields: {
      ...{id: text, config_id: text, solution_id: text, day: {type: 'string', format: 'date'}},
      calls: {type: 'integer', minimum: 0},
    },
    required: ['config_id', 'solution_id', 'day', 'calls'],
    complete: ({config_id, day}) => ({id: `${config_id}:${day}`}),
    refers: {solution_id: solutions},
  }),
}

function servicesIn({services}: Given): string[] {
  return (services ?? []) as string[]
}

function isUsable(service: string, type: Solution['type'] = 'application'): boolean {
  return servicesFor(type).some(({alias}) => alias === service)
}

function useServices({store}: Sandbox, solution: Solution, given: Given): void {
  const used = configsOf(store, solution).map(({service}) => service)
  const isFirst = given['services'] === undefined && used.length === 0
  const wanted = servicesFor(solution.type).filter(({alias, initial}) =>
    isFirst ? initial : servicesIn(given).includes(alias),
  )
  for (const entry of wanted) {
    if (!used.includes(entry.alias)) enableService(store, solution, entry, solution.created_at)
  }
}

/** A service is one of the platform's, or a product. */
function unknownServices(records: readonly Partial<ServiceConfig>[], {has}: Surroundings): Fault[] {
  return records.flatMap(({service = ''}, index) =>
    serviceCatalogue.some(({alias}) => alias === service) || has(solutions, service)
      ? []
      : [{index, field: 'service', message: `is ${service}, and there is no such service or product.`}],
  )
}
