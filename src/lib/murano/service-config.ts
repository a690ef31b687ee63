import {didYouMean} from '../did-you-mean.ts'
import {CliError} from '../errors.ts'
import {ExitCode} from '../exit-code.ts'
import {type AskedLookup} from '../operation/lookup.ts'

/** The id that a service goes by in a solution that has it enabled. `solution` is the wire name of the solution's parameter. */
export function serviceConfigLookup(alias: string, solution: string): AskedLookup {
  return {...namedServiceLookup(solution), name: alias}
}

/** The same for a service that people name: by its alias, by its id, or a linked product by what scripts call it. */
export function namedServiceLookup(solution: string): AskedLookup {
  return {
    key: (name, values) => `service ${name} of ${String(values[solution])}`,
    find: async (name, values, {caller}) => {
      const {listServiceConfigs} = await import('./service-config-calls.ts')
      const aliases: string[] = []
      for await (const {id, service, script_key} of caller.all(listServiceConfigs, {id: String(values[solution])})) {
        if ([service, id, script_key].includes(name)) return id
        aliases.push(service)
      }
      throw notEnabled(name, String(values[solution]), aliases)
    },
  }
}

function notEnabled(alias: string, solution: string, aliases: readonly string[]): CliError {
  return new CliError(`The service ${alias} is not enabled in ${solution}.${didYouMean(alias, aliases)}`, {
    code: 'service-not-enabled',
    exit: ExitCode.NotFound,
    details: aliases.length > 0 ? [`Enabled are: ${aliases.join(', ')}.`] : [],
    hint: `Run: commsctl murano services add ${alias} --solution ${solution}`,
  })
}
