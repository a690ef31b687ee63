import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type Caller} from '../operation/declaration.ts'
import {type AskedLookup} from '../operation/lookup.ts'
import {type ServiceConfig} from './service-config-calls.ts'

/** The id that a service, named by its alias or that id, goes by in a solution that has it enabled. `solution` is the wire name of the solution's parameter. */
export function serviceConfigLookup(solution: string): AskedLookup {
  return {
    key: (alias, values) => `service ${alias} of ${String(values[solution])}`,
    find: async (alias, values, {caller}) => (await enabledService(alias, String(values[solution]), caller)).id,
  }
}

/** The alias of a service that is enabled; a linked product, whose id that is, may be named. */
export function serviceAliasLookup(solution: string): AskedLookup {
  return {
    key: (name, values) => `alias ${name} in ${String(values[solution])}`,
    find: async (name, values, {caller}) => (await enabledService(name, String(values[solution]), caller)).service,
  }
}

/** A service of a solution by its alias or id, or of a linked product its name. Throws where it is not enabled. */
export async function enabledService(alias: string, solution: string, caller: Caller): Promise<ServiceConfig> {
  const {listServiceConfigs} = await import('./service-config-calls.ts')
  const enabled: ServiceConfig[] = []
  for await (const config of caller.all(listServiceConfigs, {id: solution})) {
    if (config.service === alias || config.id === alias) return config
    enabled.push(config)
  }
  const named = enabled.filter(({script_key}) => script_key === alias)
  if (named.length === 1) return named[0]!
  throw await notEnabled(alias, solution, enabled, caller)
}

async function notEnabled(
  alias: string,
  solution: string,
  enabled: readonly ServiceConfig[],
  caller: Caller,
): Promise<CliError> {
  const aliases = enabled.map(({service}) => service)
  const available = await aliasesAvailable(solution, caller)
  const isKnown = available.includes(alias)
  const near = didYouMean(alias, [...aliases, ...available])
  const add = `commsctl murano services add ${alias} --solution ${solution}`
  return new CliError(`The service ${alias} is not enabled in ${solution}.${isKnown ? '' : near}`, {
    code: 'service-not-enabled',
    exit: ExitCode.NotFound,
    details: aliases.length > 0 ? [`Enabled are: ${aliases.join(', ')}.`] : [],
    hint:
      isKnown || available.length === 0
        ? `Run: ${add}`
        : `See what there is: commsctl murano services available --solution ${solution}`,
  })
}

/** What could be enabled; nothing where the platform does not say, for it is only wanted for advice. */
export async function aliasesAvailable(solution: string, caller: Caller): Promise<string[]> {
  const {listServices} = await import('./service-calls.ts')
  const aliases: string[] = []
  try {
    for await (const {alias} of caller.all(listServices, {id: solution})) aliases.push(alias)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
  }
  return aliases
}
